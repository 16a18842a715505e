import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Interpretation, TestOutcome } from '@/api/types';
import { FactList } from '@/patterns/section';
import { useRuleWords } from './provider-mapping';

/** What the provider said, and what that would give. */
export function TestResult({ outcome }: { outcome: TestOutcome }) {
  const { t } = useTranslation('federation');
  return (
    <>
      {outcome.word && <Meaning word={outcome.word} />}
      {outcome.subject && (
        <Box component="details" sx={{ mt: 1.5 }}>
          <Typography component="summary" variant="body2" sx={{ cursor: 'pointer', mb: 1 }}>
            {t('test.claims', { count: Object.keys(outcome.claims).length })}
          </Typography>
          <FactList
            facts={Object.entries(outcome.claims).map(([name, values]) => ({
              label: name,
              value: values.join(', '),
            }))}
          />
        </Box>
      )}
    </>
  );
}

/** The person as they would be here. */
export function Meaning({ word }: { word: Interpretation }) {
  const { t } = useTranslation('federation');
  const rules = useRuleWords();
  const facts = (['email', 'displayName', 'department', 'title', 'costCenter', 'manager'] as const)
    .filter((fact) => word[fact])
    .map((fact) => ({ label: t(`fact.${fact}`), value: word[fact] }));
  const gained = word.gained.map((rule) => ({
    label: t('fact.gets'),
    value: t('fact.through', { what: rules.what(rule), who: rules.who(rule) }),
  }));
  return (
    <Box sx={{ mt: 1.5 }}>
      <FactList
        facts={[
          ...facts,
          ...(gained.length > 0 ? gained : [{ label: t('fact.gets'), value: t('fact.nothing') }]),
        ]}
      />
    </Box>
  );
}
