import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '@/api/types';
import { formatNumber } from '@/patterns/numbers';
import { RouterButton, RouterLink } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { RelativeTime } from '@/patterns/time';
import { useOrganization, usePermissionForSome } from '@/session/session';
import { openRequestsQuery } from './home-api';

/** Who waits for an answer. */
export function Waiting({ queue }: { queue: Dashboard['queue'] }) {
  const { t } = useTranslation('home');
  const { id: organization, slug } = useOrganization();
  const mayDecide = usePermissionForSome('request.decide');
  const { data } = useQuery({ ...openRequestsQuery(organization), enabled: queue.open > 0 });
  return (
    <Section
      title={t('waiting.title')}
      action={
        queue.open > 0 && (
          <RouterButton
            to={mayDecide ? '/o/$organization/requests/to-decide' : '/o/$organization/requests'}
            params={{ organization: slug }}
            size="small"
            variant={mayDecide ? 'contained' : 'outlined'}
          >
            {t(mayDecide ? 'waiting.decide' : 'waiting.open')}
          </RouterButton>
        )
      }
    >
      <Stack direction="row" sx={{ alignItems: 'baseline', gap: 1.25, mb: 1 }}>
        {queue.open === 0 && <TaskAltOutlined sx={{ color: 'tones.good.strong', alignSelf: 'center' }} />}
        <Typography
          component="div"
          sx={{ fontSize: '2.125rem', fontWeight: 660, lineHeight: 1.2, fontVariantNumeric: 'tabular-nums' }}
        >
          {formatNumber(queue.open)}
        </Typography>
        <Typography component="div" sx={{ color: 'text.secondary' }}>
          {t('waiting.count', { count: queue.open })}
          {queue.oldestSubmittedAt && (
            <>
              {', '}
              {t('waiting.oldest')} <RelativeTime at={queue.oldestSubmittedAt} />
            </>
          )}
        </Typography>
      </Stack>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {(queue.open > 0 ? data?.items : [])?.map(({ id, number, title, requester, submittedAt }) => (
          <Box
            component="li"
            key={id}
            sx={{
              display: 'flex',
              gap: 1.5,
              py: 0.75,
              borderTop: 1,
              borderColor: 'divider',
              justifyContent: 'space-between',
            }}
          >
            <Box sx={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
              <RouterLink
                to="/o/$organization/requests/$request"
                params={{ organization: slug, request: id }}
              >
                #{number} {title}
              </RouterLink>{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {requester.displayName}
              </Box>
            </Box>
            <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
              <RelativeTime at={submittedAt} />
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
