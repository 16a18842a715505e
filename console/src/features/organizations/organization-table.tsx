import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organization } from '@/api/types';
import { OrganizationMark } from '@/patterns/organization-mark';

/** Organizations one under the other, each in its colour. */
export function OrganizationTable({
  organizations,
  actionOf,
}: {
  organizations: Organization[];
  actionOf?: (organization: Organization) => ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Paper variant="outlined" component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {organizations.map((organization) => (
        <Box
          component="li"
          key={organization.id}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1.75,
            px: 2,
            py: 1.25,
            borderBottom: 1,
            borderColor: 'divider',
            '&:last-of-type': { borderBottom: 0 },
          }}
        >
          <OrganizationMark organization={organization} size={34} />
          <Box sx={{ minWidth: 0, flex: 1 }}>
            <Typography sx={{ fontWeight: 600 }}>{organization.name}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t(`organization.kind.${organization.kind}`)} · {organization.timeZone}
            </Typography>
          </Box>
          {actionOf?.(organization)}
        </Box>
      ))}
    </Paper>
  );
}
