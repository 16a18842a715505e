import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { RuleImport, RuleImportOutcome } from '@/api/types';
import { toProblem, type Problem } from '@/api/problem';
import { useRefresh } from '@/patterns/act';
import { ProblemAlert } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { Page } from '@/patterns/page';
import { Section } from '@/patterns/section';
import { useOrganization } from '@/session/session';
import { monospace } from '@/theme/theme';
import { ImportPreview } from './import-preview';

interface Source {
  format: 'json' | 'csv';
  content: string;
  mode: NonNullable<RuleImport['mode']>;
}

/** Rules from a file: first the difference that they would make, then the click. */
export function ImportPage() {
  const { t } = useTranslation('rules');
  const { id: organization, slug } = useOrganization();
  const [source, setSource] = useState<Source>({ format: 'json', content: '', mode: 'MERGE' });
  const [outcome, setOutcome] = useState<RuleImportOutcome | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const notice = useNotice();
  const change = (part: Partial<Source>) => {
    setSource((previous) => ({ ...previous, ...part }));
    setOutcome(null);
  };
  const send = async (dryRun: boolean) => {
    setBusy(true);
    setProblem(null);
    try {
      const result = await answer(
        client.POST('/api/organizations/{organization}/rules/import', {
          params: { path: { organization } },
          body: { ...source, dryRun },
        }),
      );
      setOutcome(result);
      if (result.applied) {
        await refresh('rules');
        notice({ text: t('import.done', { number: result.added + result.changed + result.removed }) });
        await navigate({ to: '/o/$organization/rules', params: { organization: slug } });
      }
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t('import.title')} purpose={t('import.purpose')}>
      {problem && <ProblemAlert problem={problem} />}
      <Section title={t('import.source')} text={t('import.sourceText')}>
        <SourceFields source={source} change={change} />
        <Button
          variant="contained"
          loading={busy && !outcome}
          disabled={source.content.trim() === ''}
          onClick={() => void send(true)}
          sx={{ mt: 2 }}
        >
          {t('import.preview')}
        </Button>
      </Section>
      {outcome && <ImportPreview outcome={outcome} busy={busy} onApply={() => void send(false)} />}
    </Page>
  );
}

function SourceFields({ source, change }: { source: Source; change: (part: Partial<Source>) => void }) {
  const { t } = useTranslation('rules');
  const read = async (file: File | undefined) => {
    if (file) {
      change({
        content: await file.text(),
        format: file.name.toLowerCase().endsWith('.csv') ? 'csv' : 'json',
      });
    }
  };
  return (
    <Stack sx={{ gap: 2, pt: 1 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 1.5 }}>
        <Button component="label" variant="outlined" startIcon={<UploadFileOutlined />}>
          {t('import.choose')}
          <input
            type="file"
            hidden
            accept=".json,.csv,application/json,text/csv"
            onChange={(event) => void read(event.target.files?.[0])}
          />
        </Button>
        <TextField
          select
          label={t('import.format')}
          value={source.format}
          onChange={(event) => change({ format: event.target.value as Source['format'] })}
          sx={{ minWidth: 120 }}
        >
          <MenuItem value="json">JSON</MenuItem>
          <MenuItem value="csv">CSV</MenuItem>
        </TextField>
        <TextField
          select
          label={t('import.mode')}
          value={source.mode}
          onChange={(event) => change({ mode: event.target.value as Source['mode'] })}
          helperText={t(`import.modeHint.${source.mode}`)}
          sx={{ minWidth: 260 }}
        >
          <MenuItem value="MERGE">{t('import.MERGE')}</MenuItem>
          <MenuItem value="REPLACE">{t('import.REPLACE')}</MenuItem>
        </TextField>
      </Stack>
      <TextField
        label={t('import.content')}
        multiline
        minRows={6}
        maxRows={16}
        value={source.content}
        onChange={(event) => change({ content: event.target.value })}
        slotProps={{
          htmlInput: { spellCheck: false, style: { fontFamily: monospace, fontSize: '0.8125rem' } },
        }}
      />
    </Stack>
  );
}
