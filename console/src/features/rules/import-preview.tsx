import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { RuleImportOutcome } from '@/api/types';
import { Difference } from '@/patterns/difference';
import { Identifier } from '@/patterns/identifier';
import { formatNumber } from '@/patterns/numbers';
import { Section } from '@/patterns/section';
import { StatusChip, ToneChip } from '@/patterns/status-chip';

interface ImportPreviewProps {
  outcome: RuleImportOutcome;
  busy: boolean;
  onApply: () => void;
}

const tones = { ADD: 'good', CHANGE: 'info', REMOVE: 'bad' } as const;

/** What the import would do, rule by rule; nothing has happened yet. */
export function ImportPreview({ outcome, busy, onApply }: ImportPreviewProps) {
  const { t } = useTranslation('rules');
  const { added, changed, removed, unchanged, errors, differences } = outcome;
  const effects = added + changed + removed;
  return (
    <Section title={t('import.difference')} text={t('import.differenceText')}>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
        <ToneChip tone="good">{t('import.added', { number: formatNumber(added) })}</ToneChip>
        <ToneChip tone="info">{t('import.changed', { number: formatNumber(changed) })}</ToneChip>
        <ToneChip tone="bad">{t('import.removed', { number: formatNumber(removed) })}</ToneChip>
        <ToneChip tone="neutral">{t('import.unchanged', { number: formatNumber(unchanged) })}</ToneChip>
      </Stack>
      {errors.length > 0 && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {t('import.errors', { count: errors.length })}
          <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
            {errors.map(({ line, message }) => (
              <li key={`${line} ${message}`}>{t('import.line', { line, message })}</li>
            ))}
          </Box>
        </Alert>
      )}
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
        {differences.map(({ kind, rule, before }) => (
          <Box
            component="li"
            key={`${kind} ${rule.ruleType} ${rule.identifier} ${JSON.stringify(rule.scope)}`}
            sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}
          >
            <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <ToneChip tone={tones[kind]}>{t(`import.kind.${kind}`)}</ToneChip>
              <StatusChip status={rule.policy ?? ''} />
              <Typography variant="body2" component="span">
                {rule.ruleType}
              </Typography>
              <Identifier value={rule.identifier ?? ''} length={44} />
            </Stack>
            {kind === 'CHANGE' && (
              <Box sx={{ mt: 1 }}>
                <Difference
                  before={before}
                  after={rule}
                  labelOf={(path) => t(`import.path.${path}`, { defaultValue: path })}
                />
              </Box>
            )}
          </Box>
        ))}
      </Stack>
      {effects === 0 && errors.length === 0 && <Typography variant="body2">{t('import.nothing')}</Typography>}
      <Button
        variant="contained"
        color={removed > 0 ? 'error' : 'primary'}
        loading={busy}
        disabled={effects === 0 || errors.length > 0}
        onClick={onApply}
        sx={{ mt: 2 }}
      >
        {t('import.apply', { number: formatNumber(effects), count: effects })}
      </Button>
    </Section>
  );
}
