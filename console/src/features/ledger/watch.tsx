import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Alarm } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime, exactTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';
import { useWatch } from './use-watch';

const shownAtOnce = 5;

/** Whether the ledger matches its tree, and since when that is known. */
export function WatchStatus() {
  const { t, i18n } = useTranslation('watch');
  const watch = useWatch();
  if (!watch) {
    return null;
  }
  const status = watch.open.length > 0 ? 'MISMATCH' : watch.checkedAt ? 'MATCHES' : 'NOT_CHECKED';
  const at = (time: string | null) => (time ? exactTime(time, i18n.language) : t('status.never'));
  return (
    <Tooltip title={t('status.checked', { news: at(watch.checkedAt), whole: at(watch.wholeCheckedAt) })}>
      <Box component="span" tabIndex={0}>
        <StatusChip status={status} />
      </Box>
    </Tooltip>
  );
}

/** What was found where it must not be, until an administrator answers for it. */
export function WatchBanner() {
  const { t } = useTranslation('watch');
  const mayAcknowledge = usePermission('organization.manage');
  const [asking, setAsking] = useState(false);
  const open = useWatch()?.open ?? [];
  if (open.length === 0) {
    return null;
  }
  return (
    <Alert severity="error" variant="outlined" sx={{ mb: 2 }}>
      <AlertTitle>{t('title', { count: open.length })}</AlertTitle>
      {t('export')}
      <Box component="ul" sx={{ my: 1, pl: 2.5 }}>
        {open.slice(0, shownAtOnce).map((alarm) => (
          <Finding key={alarm.id} alarm={alarm} />
        ))}
      </Box>
      {open.length > shownAtOnce && t('more', { count: open.length - shownAtOnce })}
      {mayAcknowledge && (
        <Box>
          <Button color="error" variant="outlined" size="small" onClick={() => setAsking(true)}>
            {t('acknowledge.action')}
          </Button>
        </Box>
      )}
      {asking && <Acknowledge alarms={open} onClose={() => setAsking(false)} />}
    </Alert>
  );
}

function Finding({ alarm: { finding, detail, foundAt } }: { alarm: Alarm }) {
  const { t } = useTranslation('watch');
  return (
    <Box component="li" sx={{ overflowWrap: 'anywhere' }}>
      <strong>{t(`finding.${finding}`)}</strong>: {detail}. {t('found')} <RelativeTime at={foundAt} />
    </Box>
  );
}

function Acknowledge({ alarms, onClose }: { alarms: Alarm[]; onClose: () => void }) {
  const { t } = useTranslation('watch');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <ConfirmDanger
      open
      reason
      title={t('acknowledge.title', { count: alarms.length })}
      text={t('acknowledge.text')}
      submit={t('acknowledge.action')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await answer(
          client.POST('/api/organizations/{organization}/ledger/alarms/acknowledge', {
            params: { path: { organization } },
            body: { alarms: alarms.map(({ id }) => id), reason },
          }),
        );
        await refresh('ledger');
        notice({ text: t('acknowledge.done') });
      }}
    />
  );
}
