import CheckOutlined from '@mui/icons-material/CheckOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

/** A permission in words. */
export function usePermissionWords(): (permission: string) => string {
  const { t, i18n } = useTranslation('people');
  return (permission) =>
    i18n.exists(`people:permission.${permission}`) ? t(`permission.${permission}`) : permission;
}

export function PermissionList({ permissions }: { permissions: string[] }) {
  const words = usePermissionWords();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
      {permissions.map((permission) => (
        <Box component="li" key={permission} sx={{ display: 'flex', gap: 1, fontSize: '0.875rem' }}>
          <CheckOutlined sx={{ fontSize: 17, mt: '2px', color: 'tones.good.strong' }} />
          <span>{words(permission)}</span>
        </Box>
      ))}
    </Box>
  );
}
