import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import type { ApprovalPolicy } from '@/api/types';
import { useNotice } from '@/patterns/notice';
import { saveFile } from '@/patterns/save-file';
import { Section } from '@/patterns/section';
import { useOrganization } from '@/session/session';
import { exportReplay, replayPolicy } from '../policies-api';
import { ReplayView } from './replay-view';

/** Runs the last 90 days' requests against the policy as it is written now. */
export function ReplayPanel({ policy }: { policy: ApprovalPolicy }) {
  const { t } = useTranslation('trial');
  const { id: organization } = useOrganization();
  const notice = useNotice();
  const stop = useRef<AbortController>(null);
  const tell = (error: unknown) => {
    const { detail, title } = toProblem(error);
    notice({ severity: 'error', text: detail ?? title });
  };
  const replay = useMutation({
    mutationFn: async (tried: ApprovalPolicy) => {
      stop.current = new AbortController();
      return { tried, report: await replayPolicy(organization, tried, stop.current.signal) };
    },
  });
  const save = useMutation({
    mutationFn: (tried: ApprovalPolicy) => exportReplay(organization, tried),
    onSuccess: (table) => saveFile(table, 'replay.csv'),
    onError: tell,
  });
  const done = replay.data;
  return (
    <>
      <Section
        title={t('replay.title')}
        text={t('replay.text')}
        action={
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
            {done && (
              <Button
                startIcon={<DownloadOutlined />}
                loading={save.isPending}
                onClick={() => save.mutate(done.tried)}
              >
                {t('replay.export')}
              </Button>
            )}
            {replay.isPending ? (
              <Button
                variant="outlined"
                onClick={() => {
                  stop.current?.abort();
                  replay.reset();
                }}
              >
                {t('replay.stop')}
              </Button>
            ) : (
              <Button variant="contained" onClick={() => replay.mutate(policy)}>
                {t(done ? 'replay.again' : 'replay.run')}
              </Button>
            )}
          </Stack>
        }
      >
        {replay.isPending && (
          <Box role="status">
            {t('replay.running')}
            <LinearProgress aria-label={t('replay.running')} sx={{ mt: 1 }} />
          </Box>
        )}
        {replay.error && (
          <Alert severity="error">{toProblem(replay.error).detail ?? toProblem(replay.error).title}</Alert>
        )}
        {done && done.tried !== policy && <Alert severity="info">{t('replay.changed')}</Alert>}
        {done && !done.report.complete && (
          <Alert severity="warning" sx={{ mt: 1 }}>
            {t('replay.incomplete', { count: done.report.looked })}
          </Alert>
        )}
      </Section>
      {done && <ReplayView report={done.report} />}
    </>
  );
}
