import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { RouterButton } from '@/patterns/router-link';
import { useOrganization } from '@/session/session';

/** The three kinds of events, one click apart. */
export function EventKinds({ current }: { current: 'executions' | 'fileAccess' | 'audit' }) {
  const { t } = useTranslation('events');
  const { slug } = useOrganization();
  const kinds = [
    { name: 'executions', to: '/o/$organization/events' },
    { name: 'fileAccess', to: '/o/$organization/file-access-events' },
    { name: 'audit', to: '/o/$organization/audit-events' },
  ] as const;
  return (
    <Box component="nav" aria-label={t('kinds.label')} sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
      {kinds.map(({ name, to }) => (
        <RouterButton
          key={name}
          to={to}
          params={{ organization: slug }}
          size="small"
          color="inherit"
          aria-current={name === current ? 'page' : undefined}
          sx={{ bgcolor: name === current ? 'action.selected' : undefined }}
        >
          {t(`kinds.${name}`)}
        </RouterButton>
      ))}
    </Box>
  );
}
