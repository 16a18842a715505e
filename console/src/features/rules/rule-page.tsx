import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { linkOptions, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Rule } from '@/api/types';
import { toProblem } from '@/api/problem';
import { useRefresh } from '@/patterns/act';
import { DetailPage } from '@/patterns/detail-page';
import { ConfirmDanger } from '@/patterns/form';
import { shorten } from '@/patterns/identifier';
import { ScopeName } from '@/patterns/macs/names';
import { useNotice } from '@/patterns/notice';
import { formatNumber } from '@/patterns/numbers';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';
import { draftOf } from './rule-draft';
import { RuleFacts } from './rule-facts';
import { RuleForm } from './rule-form';
import { ruleQuery } from './rules-api';

export function RulePage() {
  const { rule } = useParams({ from: '/signed-in/o/$organization/rules/$rule' });
  return <RuleDetails id={rule} />;
}

/** Everything about one rule, on its page or beside the list. */
export function RuleDetails({ id }: { id: string }) {
  const { t } = useTranslation('rules');
  const { t: macs } = useTranslation('macs');
  const { id: organization, slug } = useOrganization();
  const rule = useQuery(ruleQuery(organization, id));
  const mayManage = usePermission('rule.manage');
  if (rule.error) {
    return <ErrorState page problem={toProblem(rule.error)} onRetry={() => void rule.refetch()} />;
  }
  if (!rule.data) {
    return <PageSkeleton />;
  }
  const { softwareName, identifier, policy, ruleType, scope, reach, expiresAt } = rule.data;
  return (
    <DetailPage
      back={{
        link: linkOptions({ to: '/o/$organization/rules', params: { organization: slug } }),
        label: t('title'),
      }}
      name={softwareName ?? shorten(identifier, 40)}
      status={<StatusChip status={policy} />}
      facts={[
        { label: t('column.ruleType'), value: macs(`ruleType.${ruleType}`) },
        { label: t('column.scope'), value: <ScopeName scope={scope} /> },
        {
          label: t('column.reach'),
          value: t('reach', {
            delivered: formatNumber(reach.delivered),
            devices: formatNumber(reach.devices),
          }),
        },
        { label: t('column.expires'), value: <RelativeTime at={expiresAt} absent={t('never')} /> },
      ]}
      action={mayManage && <DeleteButton rule={rule.data} />}
      tabs={[
        { name: 'facts', label: t('tab.facts'), content: <RuleFacts rule={rule.data} /> },
        ...(mayManage
          ? [
              {
                name: 'edit',
                label: t('tab.edit'),
                content: <EditRule key={rule.data.version} rule={rule.data} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function EditRule({ rule }: { rule: Rule }) {
  const { t } = useTranslation('rules');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <RuleForm
      start={draftOf(rule)}
      own={rule.id}
      submit={t('save')}
      onSave={async (input) => {
        await answer(
          client.PUT('/api/organizations/{organization}/rules/{id}', {
            params: { path: { organization, id: rule.id } },
            body: { ...input, version: rule.version },
          }),
        );
        await refresh('rules');
        notice({ text: t('saved', { count: rule.reach.devices }) });
      }}
    />
  );
}

function DeleteButton({ rule }: { rule: Rule }) {
  const { t } = useTranslation('rules');
  const { id: organization, slug } = useOrganization();
  const [asking, setAsking] = useState(false);
  const refresh = useRefresh();
  const notice = useNotice();
  const navigate = useNavigate();
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
        {t('delete.action')}
      </Button>
      <ConfirmDanger
        open={asking}
        title={t('delete.title', { name: rule.softwareName ?? shorten(rule.identifier, 24) })}
        text={t('delete.text', { count: rule.reach.devices, number: formatNumber(rule.reach.devices) })}
        submit={t('delete.action')}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await answer(
            client.DELETE('/api/organizations/{organization}/rules/{id}', {
              params: { path: { organization, id: rule.id }, query: { version: rule.version } },
            }),
          );
          await navigate({ to: '/o/$organization/rules', params: { organization: slug } });
          await refresh('rules');
          notice({ text: t('delete.done') });
        }}
      />
    </>
  );
}
