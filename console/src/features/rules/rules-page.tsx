import AddOutlined from '@mui/icons-material/AddOutlined';
import GavelOutlined from '@mui/icons-material/GavelOutlined';
import { useQuery } from '@tanstack/react-query';
import { linkOptions } from '@tanstack/react-router';
import { lazy, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Rule } from '@/api/types';
import type { BulkAction } from '@/patterns/list/bulk-bar';
import { ListPage } from '@/patterns/list/list-page';
import { useList, type Filter } from '@/patterns/list/use-list';
import { useLiveRefresh } from '@/patterns/live-refresh';
import { tagsQuery } from '@/patterns/macs/queries';
import { RouterButton } from '@/patterns/router-link';
import { useOrganization, usePermission } from '@/session/session';
import { bulkKinds, BulkRulesDialog, type BulkRules } from './bulk-rules-dialog';
import { policies, ruleTypes } from './rule-draft';
import { useRuleColumns } from './rule-columns';

const RuleDetails = lazy(() => import('./rule-page').then((page) => ({ default: page.RuleDetails })));

export function RulesPage() {
  const { t } = useTranslation('rules');
  const { id: organization, slug } = useOrganization();
  const mayManage = usePermission('rule.manage');
  const [bulk, setBulk] = useState<BulkRules | null>(null);
  const key = useMemo(() => [organization, 'rules', 'list'], [organization]);
  useLiveRefresh('rule', key);
  const list = useList<Rule>({
    key,
    filters: useFilters(organization),
    load: (query, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/rules', {
          params: { path: { organization }, query: { ...query, cursor } },
        }),
      ),
  });
  const create = mayManage && (
    <RouterButton
      to="/o/$organization/rules/new"
      params={{ organization: slug }}
      variant="contained"
      startIcon={<AddOutlined />}
    >
      {t('create')}
    </RouterButton>
  );
  return (
    <>
      <ListPage
        title={t('title')}
        purpose={t('purpose')}
        action={
          mayManage && (
            <>
              <RouterButton
                to="/o/$organization/rules/import"
                params={{ organization: slug }}
                variant="outlined"
              >
                {t('import.action')}
              </RouterButton>
              {create}
            </>
          )
        }
        list={list}
        columns={useRuleColumns()}
        rowKey={({ id }) => id}
        rowLink={(id) =>
          linkOptions({ to: '/o/$organization/rules/$rule', params: { organization: slug, rule: id } })
        }
        detail={RuleDetails}
        searchLabel={t('search')}
        exportPath={`/api/organizations/${organization}/rules/export`}
        bulk={
          mayManage
            ? bulkKinds.map((kind): BulkAction<Rule> => ({
                name: kind,
                label: t(`bulk.${kind}.action`),
                danger: kind === 'DELETE',
                onAct: (rows, done) => setBulk({ kind, rows, done }),
              }))
            : undefined
        }
        empty={{ icon: GavelOutlined, title: t('empty.title'), text: t('empty.text'), action: create }}
      />
      {bulk && <BulkRulesDialog {...bulk} onClose={() => setBulk(null)} />}
    </>
  );
}

function useFilters(organization: string): Filter[] {
  const { t } = useTranslation('rules');
  const { t: status } = useTranslation('status');
  const { t: macs } = useTranslation('macs');
  const { data: tags } = useQuery(tagsQuery(organization));
  return useMemo(
    () => [
      {
        name: 'policy',
        label: t('column.policy'),
        kind: 'choice',
        options: policies.map((policy) => ({ value: policy, label: status(policy) })),
      },
      {
        name: 'ruleType',
        label: t('column.ruleType'),
        kind: 'choice',
        options: ruleTypes.map((type) => ({ value: type, label: macs(`ruleType.${type}`) })),
      },
      {
        name: 'scope',
        label: t('column.scope'),
        kind: 'choice',
        options: ['ORGANIZATION', 'TAG', 'DEVICE'].map((kind) => ({
          value: kind,
          label: macs(`scope.choice.${kind}`),
        })),
      },
      {
        name: 'tag',
        label: macs('scope.tag'),
        kind: 'choice',
        options: (tags ?? []).map(({ id, name }) => ({ value: id, label: name })),
      },
      {
        name: 'expiring',
        label: t('filter.expiring'),
        kind: 'choice',
        options: [{ value: 'true', label: t('filter.soon') }],
      },
    ],
    [t, status, macs, tags],
  );
}
