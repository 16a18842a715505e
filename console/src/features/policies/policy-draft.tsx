import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import type { ApprovalPolicy, PolicyDraft, PolicyFinding } from '@/api/types';
import { useAct } from '@/patterns/act';
import { useNotice } from '@/patterns/notice';
import { Section } from '@/patterns/section';
import { useOrganization } from '@/session/session';
import { keepDraft, lintPolicy, publishDraft } from './policies-api';

interface PolicyDraftEditorProps {
  draft: PolicyDraft | null;
  /** What a new draft begins with. */
  inForce: ApprovalPolicy;
}

/** The draft as the document that the API reads and writes: check it, keep it, publish what was kept. */
export function PolicyDraftEditor({ draft, inForce }: PolicyDraftEditorProps) {
  const { t } = useTranslation('policies');
  const { id: organization } = useOrganization();
  const act = useAct();
  const notice = useNotice();
  const kept = JSON.stringify(draft?.policy ?? inForce, null, 2);
  const [text, setText] = useState(kept);
  const [findings, setFindings] = useState<PolicyFinding[] | null>(null);
  const policy = parsed(text);
  const check = async (written: ApprovalPolicy) => {
    try {
      setFindings(await lintPolicy(organization, written));
    } catch (error) {
      const { detail, title } = toProblem(error);
      notice({ severity: 'error', text: detail ?? title });
    }
  };
  return (
    <Section
      title={t('draft.title')}
      text={draft ? t('draft.by', { name: draft.changedBy }) : t('draft.none')}
    >
      <TextField
        multiline
        fullWidth
        minRows={8}
        maxRows={24}
        label={t('draft.document')}
        value={text}
        error={!policy}
        helperText={policy ? undefined : t('draft.notJson')}
        onChange={({ target }) => {
          setText(target.value);
          setFindings(null);
        }}
        slotProps={{ htmlInput: { spellCheck: false, style: { fontFamily: 'monospace', fontSize: 13 } } }}
      />
      {findings && <Findings findings={findings} />}
      <Stack direction="row" sx={{ mt: 1.5, gap: 1, flexWrap: 'wrap' }}>
        <Button variant="outlined" disabled={!policy} onClick={() => policy && void check(policy)}>
          {t('draft.check')}
        </Button>
        <Button
          variant="outlined"
          disabled={!policy}
          onClick={() =>
            policy && void act(() => keepDraft(organization, draft?.version ?? 0, policy), t('draft.kept'))
          }
        >
          {t('draft.keep')}
        </Button>
        <Button
          variant="contained"
          disabled={!draft || text !== kept}
          onClick={() =>
            draft && void act(() => publishDraft(organization, draft.version), t('draft.published'))
          }
        >
          {t('draft.publish')}
        </Button>
      </Stack>
    </Section>
  );
}

function Findings({ findings }: { findings: PolicyFinding[] }) {
  const { t } = useTranslation('policies');
  if (findings.length === 0) {
    return (
      <Alert severity="success" sx={{ mt: 1.5 }}>
        {t('findings.none')}
      </Alert>
    );
  }
  return (
    <Stack sx={{ mt: 1.5, gap: 1 }}>
      {findings.map(({ blocks, route, stage, group, message, line, column }, index) => (
        <Alert key={index} severity={blocks ? 'error' : 'warning'} sx={{ overflowWrap: 'anywhere' }}>
          {[route, stage, group].filter(Boolean).join(' › ') || t('findings.policy')}: {message}
          {line !== null && ` ${t('findings.place', { line, column })}`}
        </Alert>
      ))}
    </Stack>
  );
}

function parsed(text: string): ApprovalPolicy | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? (value as ApprovalPolicy | null) : null;
  } catch {
    return null;
  }
}
