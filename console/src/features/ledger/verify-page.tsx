import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import { Form, FormField } from '@/patterns/form';
import { CopyButton, Identifier } from '@/patterns/identifier';
import { Page } from '@/patterns/page';
import { saveFile } from '@/patterns/save-file';
import { FactList, Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { TextBlock } from '@/patterns/text-block';
import { ExactTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { readCheckpoint, readKey } from './checkpoint-text';
import { DailyLetter } from './daily-letter';
import { Timestamp } from './timestamp';
import { WatchBanner } from './watch';

const command = 'java -jar gatehouse-verifier.jar verify ledger.jsonl --key keys.txt --keep kept.txt';

/** What this book claims to be right now, and how somebody who trusts nobody here checks it. */
export function VerifyPage() {
  const { t } = useTranslation('ledger');
  const { id: organization } = useOrganization();
  const log = useQuery({
    queryKey: [organization, 'ledger', 'log'],
    queryFn: async () => {
      const params = { params: { path: { organization } }, parseAs: 'text' } as const;
      const [checkpoint, keys] = await Promise.all([
        answer(client.GET('/api/organizations/{organization}/ledger/log/checkpoint', params)),
        answer(client.GET('/api/organizations/{organization}/ledger/log/keys', params)),
      ]);
      return { checkpoint: String(checkpoint), keys: String(keys) };
    },
  });
  return (
    <Page narrow title={t('verify.title')} purpose={t('verify.purpose')}>
      <WatchBanner />
      {log.error && <ErrorState problem={toProblem(log.error)} onRetry={() => void log.refetch()} />}
      {log.isPending && <PageSkeleton rows={5} />}
      {log.data && <Checkpoint text={log.data.checkpoint} />}
      {log.data && <Keys text={log.data.keys} />}
      <Timestamp />
      <DailyLetter />
      <Consistency />
      <Guide />
    </Page>
  );
}

function Checkpoint({ text }: { text: string }) {
  const { t } = useTranslation('ledger');
  const { origin, size, root, sealedAt } = readCheckpoint(text);
  return (
    <Section
      title={t('verify.checkpoint')}
      text={t('verify.checkpointText')}
      action={<CopyOrSave text={text} name="checkpoint.txt" label={t('verify.copyCheckpoint')} />}
    >
      <FactList
        facts={[
          { label: t('verify.size'), value: size.toLocaleString() },
          { label: t('verify.sealedAt'), value: sealedAt ? <ExactTime at={sealedAt} /> : '—' },
          { label: t('verify.root'), value: <Identifier value={root} length={0} /> },
          { label: t('verify.origin'), value: <Identifier value={origin} length={0} /> },
        ]}
      />
    </Section>
  );
}

function Keys({ text }: { text: string }) {
  const { t } = useTranslation('ledger');
  return (
    <Section
      title={t('verify.keys')}
      text={t('verify.keysText')}
      action={<CopyOrSave text={text} name="keys.txt" label={t('verify.copyKeys')} />}
    >
      <FactList
        facts={text
          .trim()
          .split('\n')
          .map(readKey)
          .map(({ id, type }) => ({ label: t(`verify.keyType.${type}`), value: <Identifier value={id} /> }))}
      />
    </Section>
  );
}

function CopyOrSave({ text, name, label }: { text: string; name: string; label: string }) {
  const { t } = useTranslation('ledger');
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
      <CopyButton value={text} label={label} />
      <Button size="small" onClick={() => saveFile(new Blob([text], { type: 'text/plain' }), name)}>
        {t('verify.save')}
      </Button>
    </Stack>
  );
}

function Consistency() {
  const { t } = useTranslation('ledger');
  const { id: organization } = useOrganization();
  return (
    <Section title={t('verify.consistency')} text={t('verify.consistencyText')}>
      <Form
        onSubmit={async ({ from = '', to = '' }) => {
          const proof = await answer(
            client.GET('/api/organizations/{organization}/ledger/log/consistency', {
              params: {
                path: { organization },
                query: { from: Number(from), to: to === '' ? undefined : Number(to) },
              },
              parseAs: 'text',
            }),
          );
          saveFile(new Blob([String(proof)], { type: 'text/plain' }), 'consistency.txt');
        }}
      >
        {(busy) => (
          <Stack
            direction={{ xs: 'column', sm: 'row' }}
            sx={{ gap: 2, pt: 1, alignItems: { sm: 'flex-start' } }}
          >
            <FormField
              required
              name="from"
              type="number"
              label={t('verify.from')}
              slotProps={{ htmlInput: { min: 0 } }}
            />
            <FormField
              name="to"
              type="number"
              label={t('verify.to')}
              helperText={t('verify.toHint')}
              slotProps={{ htmlInput: { min: 1 } }}
            />
            <Button type="submit" variant="outlined" loading={busy} sx={{ flexShrink: 0, mt: 0.5 }}>
              {t('verify.downloadProof')}
            </Button>
          </Stack>
        )}
      </Form>
    </Section>
  );
}

function Guide() {
  const { t } = useTranslation('ledger');
  return (
    <Section
      title={t('verify.guide')}
      text={t('verify.guideText')}
      action={
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          <Button variant="outlined" href="/console/verify.html" target="_blank">
            {t('verify.inBrowser')}
          </Button>
          <Button variant="outlined" href="/console/gatehouse-verifier.jar" download>
            {t('verify.downloadVerifier')}
          </Button>
        </Stack>
      }
    >
      <Box component="ol" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1 }}>
        {(['export', 'java', 'run', 'keep'] as const).map((step) => (
          <li key={step}>
            <Typography variant="body2">{t(`verify.step.${step}`)}</Typography>
          </li>
        ))}
      </Box>
      <Box sx={{ mt: 1.5 }}>
        <TextBlock text={command} label={t('verify.command')} copyLabel={t('verify.copyCommand')} />
      </Box>
    </Section>
  );
}
