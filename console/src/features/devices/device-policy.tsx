import GppGoodOutlined from '@mui/icons-material/GppGoodOutlined';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { DeviceDetail, EffectiveRule } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { ListPage } from '@/patterns/list/list-page';
import type { Column } from '@/patterns/list/rows';
import { useList } from '@/patterns/list/use-list';
import { RuleName } from '@/patterns/macs/names';
import { StatusChip, ToneChip } from '@/patterns/status-chip';
import { useOrganization } from '@/session/session';

/** Which rule wins for each identifier on this Mac, and why. */
export function DevicePolicy({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation('devices');
  const { id: organization } = useOrganization();
  const list = useList<EffectiveRule>({
    key: [organization, 'devices', device.id, 'policy'],
    filters: [],
    load: ({ text }, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/devices/{id}/policy', {
          params: { path: { organization, id: device.id }, query: { text, cursor } },
        }),
      ),
  });
  return (
    <ListPage
      embedded
      title=""
      purpose=""
      list={list}
      columns={usePolicyColumns()}
      rowKey={({ ruleType, identifier }) => `${ruleType} ${identifier}`}
      searchLabel={t('policy.search')}
      empty={{ icon: GppGoodOutlined, title: t('policy.emptyTitle'), text: t('policy.emptyText') }}
    />
  );
}

function usePolicyColumns(): Column<EffectiveRule>[] {
  const { t } = useTranslation('devices');
  const { t: macs } = useTranslation('macs');
  return [
    {
      name: 'identifier',
      title: t('policy.identifier'),
      render: ({ identifier, ruleType }) => (
        <Stack sx={{ alignItems: 'flex-start' }}>
          <Identifier value={identifier} length={30} />
          <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>{macs(`ruleType.${ruleType}`)}</Box>
        </Stack>
      ),
    },
    {
      name: 'policy',
      title: t('policy.policy'),
      render: ({ policy, sentAs }) => (
        <Stack sx={{ alignItems: 'flex-start', gap: 0.25 }}>
          <StatusChip status={policy} />
          {sentAs !== policy && (
            <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>{t('policy.sentAs', { sentAs })}</Box>
          )}
        </Stack>
      ),
    },
    {
      name: 'why',
      title: t('policy.why'),
      render: (rule) => <Why rule={rule} />,
    },
    {
      name: 'delivered',
      title: t('policy.delivered'),
      render: ({ delivered }) => (
        <ToneChip tone={delivered ? 'good' : 'warning'}>
          {t(delivered ? 'policy.there' : 'policy.notYet')}
        </ToneChip>
      ),
    },
  ];
}

function Why({ rule }: { rule: EffectiveRule }) {
  const { t } = useTranslation('devices');
  return (
    <Box sx={{ fontSize: '0.8125rem', textAlign: 'left', minWidth: { sm: 260 } }}>
      <RuleName rule={rule.winner} />
      <Box sx={{ mt: 0.25 }}>{rule.why}</Box>
      {rule.others.length > 0 && (
        <Box
          component="details"
          sx={{ mt: 0.5, '& summary': { cursor: 'pointer', color: 'text.secondary' } }}
        >
          <summary>{t('policy.others', { count: rule.others.length })}</summary>
          <Stack sx={{ gap: 0.75, mt: 0.75, pl: 1.5, borderLeft: 2, borderColor: 'divider' }}>
            {rule.others.map((other) => (
              <Box key={other.rule.id}>
                <RuleName rule={other.rule} />
                <Box>{other.why}</Box>
              </Box>
            ))}
          </Stack>
        </Box>
      )}
    </Box>
  );
}
