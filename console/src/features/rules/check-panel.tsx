import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { RuleCheck } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { RuleName } from '@/patterns/macs/names';
import { formatNumber } from '@/patterns/numbers';
import { Section } from '@/patterns/section';

interface CheckPanelProps {
  check: RuleCheck | undefined;
  checking: boolean;
  typed: string;
  own?: string;
}

/** What the rule would do, before it is saved. */
export function CheckPanel({ check, checking, typed, own }: CheckPanelProps) {
  const { t } = useTranslation('rules');
  return (
    <Section title={t('check.title')}>
      <Stack
        role="status"
        aria-busy={checking}
        sx={{ gap: 1.25, opacity: checking ? 0.65 : 1, minHeight: 72 }}
      >
        {check ? (
          <Findings check={check} typed={typed} own={own} />
        ) : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('check.waiting')}
          </Typography>
        )}
      </Stack>
    </Section>
  );
}

function Findings({ check, typed, own }: { check: RuleCheck; typed: string; own?: string }) {
  const { t } = useTranslation('rules');
  const shadows = check.shadows.filter(({ id }) => id !== own);
  return (
    <>
      {check.errors.map(({ field, message }) => (
        <Alert key={field} severity="error">
          {message}
        </Alert>
      ))}
      {check.errors.length === 0 && (
        <Box>
          <Typography component="div" sx={{ fontSize: '1.375rem', fontWeight: 640 }}>
            {t('check.reach', { count: check.reach.devices, number: formatNumber(check.reach.devices) })}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('check.reachText')}
          </Typography>
        </Box>
      )}
      {check.normalizedIdentifier && check.normalizedIdentifier !== typed && (
        <Typography variant="body2" component="div">
          {t('check.kept')} <Identifier value={check.normalizedIdentifier} length={30} />
        </Typography>
      )}
      {check.warnings.map((warning) => (
        <Alert key={warning} severity="warning">
          {warning}
        </Alert>
      ))}
      {check.cacheable === false && <Alert severity="info">{t('check.notCacheable')}</Alert>}
      {shadows.length > 0 && (
        <Box>
          <Typography variant="body2" sx={{ mb: 0.5 }}>
            {t('check.shadows')}
          </Typography>
          {shadows.map((rule) => (
            <RuleName key={rule.id} rule={rule} />
          ))}
        </Box>
      )}
    </>
  );
}
