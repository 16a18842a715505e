import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Rule } from '@/api/types';
import { Identifier, shorten } from '@/patterns/identifier';
import type { Column } from '@/patterns/list/rows';
import { orNothing, ScopeName } from '@/patterns/macs/names';
import { formatNumber } from '@/patterns/numbers';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { monospace } from '@/theme/theme';

export function useRuleColumns(): Column<Rule>[] {
  const { t } = useTranslation('rules');
  const { t: macs } = useTranslation('macs');
  return [
    {
      name: 'name',
      title: t('column.rule'),
      render: ({ softwareName, identifier, ruleType }) => (
        <Box component="span" sx={{ display: 'block', minWidth: { sm: 220 } }}>
          {softwareName ?? <Code>{shorten(identifier, 34)}</Code>}
          <Box
            component="span"
            sx={{ display: 'block', fontSize: '0.78125rem', color: 'text.secondary', fontWeight: 400 }}
          >
            {macs(`ruleType.${ruleType}`)} {softwareName && <Code>{shorten(identifier, 30)}</Code>}
          </Box>
        </Box>
      ),
    },
    { name: 'policy', title: t('column.policy'), render: ({ policy }) => <StatusChip status={policy} /> },
    {
      name: 'ruleType',
      hidden: true,
      title: t('column.ruleType'),
      render: ({ ruleType }) => macs(`ruleType.${ruleType}`),
    },
    { name: 'scope', title: t('column.scope'), render: ({ scope }) => <ScopeName scope={scope} /> },
    {
      name: 'reach',
      title: t('column.reach'),
      numeric: true,
      render: ({ reach }) => (
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
          {formatNumber(reach.delivered)} / {formatNumber(reach.devices)}
        </Box>
      ),
    },
    {
      name: 'expiresAt',
      title: t('column.expires'),
      sort: 'expiresAt',
      ascendingOnly: true,
      render: ({ expiresAt }) => <RelativeTime at={expiresAt} absent={t('never')} />,
    },
    {
      name: 'owner',
      hidden: true,
      title: t('column.owner'),
      render: ({ owner }) => orNothing(owner?.displayName),
    },
    { name: 'comment', title: t('column.comment'), render: ({ comment }) => orNothing(comment) },
    {
      name: 'updatedAt',
      title: t('column.updated'),
      sort: 'updatedAt',
      render: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
    },
    {
      name: 'identifier',
      title: t('column.identifier'),
      hidden: true,
      sort: 'identifier',
      render: ({ identifier }) => <Identifier value={identifier} length={44} />,
    },
    {
      name: 'createdBy',
      title: t('column.createdBy'),
      hidden: true,
      render: ({ createdBy }) => createdBy.displayName,
    },
  ];
}

function Code({ children }: { children: string }) {
  return (
    <Box component="span" sx={{ fontFamily: monospace, fontSize: '0.94em', overflowWrap: 'anywhere' }}>
      {children}
    </Box>
  );
}
