import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import type { RequestRow } from '@/api/types';
import { RouterLink } from '@/patterns/router-link';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';

/** How the same was decided before. */
export function EarlierCases({ requests }: { requests: RequestRow[] }) {
  const { t } = useTranslation('requests');
  const { slug } = useOrganization();
  return (
    <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 0.75 }}>
      {requests.map(({ id, number, title, state, requester, submittedAt }) => (
        <Box component="li" key={id} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <StatusChip status={state} />
          <RouterLink to="/o/$organization/requests/$request" params={{ organization: slug, request: id }}>
            #{number} {title}
          </RouterLink>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {t('earlierBy', { person: requester.displayName })} <RelativeTime at={submittedAt} />
          </Box>
        </Box>
      ))}
    </Stack>
  );
}
