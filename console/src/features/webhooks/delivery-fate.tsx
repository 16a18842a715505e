import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { DeliveryAttempt } from '@/api/types';
import { useAct } from '@/patterns/act';
import { FactList } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { StatusChip } from '@/patterns/status-chip';
import { ExactTime, RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { deliveryQuery } from './webhooks-api';

/** What became of one message, attempt by attempt. */
export function DeliveryFate({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  const { id: organization } = useOrganization();
  const titleId = useId();
  const act = useAct();
  const fate = useQuery(deliveryQuery(organization, id));
  const replay = () =>
    act(
      () =>
        answer(
          client.POST('/api/organizations/{organization}/deliveries/{id}/replay', {
            params: { path: { organization, id } },
          }),
        ),
      t('replayedOne'),
    );
  const delivery = fate.data?.delivery;
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{delivery ? t(`type.${delivery.type}`) : t('list.open')}</DialogTitle>
      <DialogContent tabIndex={0}>
        {fate.error && <ErrorState problem={toProblem(fate.error)} onRetry={() => void fate.refetch()} />}
        {fate.isPending && <PageSkeleton rows={3} />}
        {delivery && (
          <FactList
            facts={[
              { label: t('list.destination'), value: delivery.destinationName },
              { label: t('list.state'), value: <StatusChip status={delivery.state} /> },
              { label: t('list.created'), value: <ExactTime at={delivery.createdAt} /> },
              { label: t('list.due'), value: <RelativeTime at={delivery.dueAt} /> },
            ]}
          />
        )}
        {fate.data && <Attempts attempts={fate.data.attempts} />}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button color="inherit" onClick={onClose}>
          {t('close')}
        </Button>
        <Button
          variant="contained"
          disabled={!delivery || delivery.state === 'WAITING'}
          onClick={() => void replay()}
        >
          {t('replay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Attempts({ attempts }: { attempts: DeliveryAttempt[] }) {
  const { t } = useTranslation('webhooks');
  if (attempts.length === 0) {
    return <Typography sx={{ mt: 2, color: 'text.secondary' }}>{t('fate.none')}</Typography>;
  }
  return (
    <Box component="ol" reversed sx={{ mt: 2, mb: 0, pl: 3, display: 'grid', gap: 1 }}>
      {attempts.map(({ at, status, problem, milliseconds }) => (
        <li key={at}>
          <Box sx={{ overflowWrap: 'anywhere' }}>{[status, problem].filter(Boolean).join(' · ')}</Box>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            <RelativeTime at={at} /> · {t('fate.milliseconds', { count: milliseconds })}
          </Typography>
        </li>
      ))}
    </Box>
  );
}
