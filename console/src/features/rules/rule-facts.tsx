import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { useTranslation } from 'react-i18next';
import type { Rule } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { orNothing, ScopeName } from '@/patterns/macs/names';
import { formatNumber } from '@/patterns/numbers';
import { RouterLink } from '@/patterns/router-link';
import { FactList, Section } from '@/patterns/section';
import { StatusChip } from '@/patterns/status-chip';
import { ExactTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';

export function RuleFacts({ rule }: { rule: Rule }) {
  const { t } = useTranslation('rules');
  const { t: macs } = useTranslation('macs');
  return (
    <>
      <Delivery rule={rule} />
      <Section title={t('facts.rule')}>
        <FactList
          facts={[
            { label: t('column.ruleType'), value: macs(`ruleType.${rule.ruleType}`) },
            { label: t('column.identifier'), value: <Identifier value={rule.identifier} length={0} /> },
            { label: t('column.policy'), value: <StatusChip status={rule.policy} /> },
            ...(rule.celExpression
              ? [{ label: t('field.cel'), value: <Expression text={rule.celExpression} /> }]
              : []),
            { label: t('column.scope'), value: <ScopeName scope={rule.scope} /> },
            { label: t('field.message'), value: orNothing(rule.customMessage) },
            { label: t('field.url'), value: orNothing(rule.customUrl) },
            { label: t('field.button'), value: orNothing(rule.buttonLabel) },
          ]}
        />
      </Section>
      <Section title={t('facts.keeping')}>
        <FactList
          facts={[
            { label: t('column.owner'), value: orNothing(rule.owner?.displayName) },
            { label: t('column.comment'), value: orNothing(rule.comment) },
            {
              label: t('column.expires'),
              value: rule.expiresAt ? <ExactTime at={rule.expiresAt} /> : t('never'),
            },
            {
              label: t('facts.created'),
              value: (
                <>
                  <ExactTime at={rule.createdAt} /> · {rule.createdBy.displayName}
                </>
              ),
            },
            { label: t('column.updated'), value: <ExactTime at={rule.updatedAt} /> },
            { label: t('facts.version'), value: rule.version },
          ]}
        />
        <Links rule={rule} />
      </Section>
    </>
  );
}

function Delivery({ rule }: { rule: Rule }) {
  const { t } = useTranslation('rules');
  const { delivered, devices } = rule.reach;
  const text = t('facts.delivered', { delivered: formatNumber(delivered), devices: formatNumber(devices) });
  return (
    <Section title={t('facts.delivery')} text={text}>
      <LinearProgress
        variant="determinate"
        aria-label={text}
        value={devices === 0 ? 0 : (100 * delivered) / devices}
        sx={{ height: 8, borderRadius: 4 }}
      />
    </Section>
  );
}

function Expression({ text }: { text: string }) {
  return (
    <Box
      component="pre"
      tabIndex={0}
      sx={{
        m: 0,
        p: 1.5,
        bgcolor: 'sunken',
        borderRadius: 1,
        fontSize: '0.8125rem',
        fontVariantLigatures: 'none',
        whiteSpace: 'pre-wrap',
      }}
    >
      {text}
    </Box>
  );
}

/** The request that it came from, and what the ledger knows of it. */
function Links({ rule }: { rule: Rule }) {
  const { t } = useTranslation('rules');
  const { slug } = useOrganization();
  const mayReadLedger = usePermission('ledger.read');
  return (
    <Box sx={{ display: 'flex', gap: 2, mt: 1.5, fontSize: '0.875rem' }}>
      {rule.requestId && (
        <RouterLink
          to="/o/$organization/requests/$request"
          params={{ organization: slug, request: rule.requestId }}
        >
          {t('facts.request')}
        </RouterLink>
      )}
      {mayReadLedger && (
        <RouterLink
          to="/o/$organization/ledger"
          params={{ organization: slug }}
          search={{ objectType: 'rule', objectId: rule.id }}
        >
          {t('facts.ledger')}
        </RouterLink>
      )}
    </Box>
  );
}
