import ReportOutlined from '@mui/icons-material/ReportOutlined';
import ThumbUpOutlined from '@mui/icons-material/ThumbUpOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VotePage, VoteWay } from '@/api/types';
import { useAct, useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization, usePermissionForSome } from '@/session/session';
import { castVote } from './votes-api';
import { formatWeight } from './weights';

/** One person has one vote on each way; it can be turned round. */
export function VoteButtons({ page, way }: { page: VotePage; way: VoteWay }) {
  const { t } = useTranslation('votes');
  const { id: organization } = useOrganization();
  const decides = usePermissionForSome('request.decide');
  const act = useAct();
  const [flagging, setFlagging] = useState(false);
  const state = way.ballot?.state ?? 'OPEN';
  const mine = way.ballot?.mine;
  if (!page.open || page.weight === null || state === 'CONDEMNED') {
    return null;
  }
  return (
    <>
      {mine && (
        <Typography variant="body2" sx={{ mt: 1.5, fontWeight: 560 }}>
          {t(`mine.${mine}`)}
        </Typography>
      )}
      <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 1, mt: 1.5 }}>
        {mine !== 'UP' && state === 'OPEN' && !page.blocked && (
          <Button
            variant="contained"
            startIcon={<ThumbUpOutlined />}
            onClick={() => void act(() => castVote(organization, page.sha256, way, 'UP'), t('up.done'))}
          >
            {t('up.submit', { weight: formatWeight(page.weight) })}
          </Button>
        )}
        {mine !== 'DOWN' && (
          <Button
            variant="outlined"
            color="error"
            startIcon={<ReportOutlined />}
            onClick={() => setFlagging(true)}
          >
            {t('down.open')}
          </Button>
        )}
      </Stack>
      {decides && !mine && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {t('decider')}
        </Typography>
      )}
      {flagging && <FlagDialog page={page} way={way} onClose={() => setFlagging(false)} />}
    </>
  );
}

function FlagDialog({ page, way, onClose }: { page: VotePage; way: VoteWay; onClose: () => void }) {
  const { t } = useTranslation('votes');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <FormDialog
      open
      danger
      title={t('down.title', { name: page.title })}
      text={t('down.text')}
      submit={t('down.submit')}
      onClose={onClose}
      onSubmit={async ({ reason = '' }) => {
        await castVote(organization, page.sha256, way, 'DOWN', reason);
        await refresh();
        notice({ text: t('down.done') });
      }}
    >
      <FormField
        name="reason"
        label={t('down.reason')}
        helperText={t('down.hint')}
        required
        multiline
        minRows={3}
        autoFocus
        slotProps={{ htmlInput: { minLength: 10, maxLength: 2000 } }}
      />
    </FormDialog>
  );
}
