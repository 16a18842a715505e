import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { Page } from '@/patterns/page';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission } from '@/session/session';
import { policyDraftQuery, policyVersionsQuery } from './policies-api';
import { PolicyDraftEditor } from './policy-draft';
import { PolicyInForce, PolicyVersions } from './policy-in-force';

/** Who decides about software: what is in force, what was, and what is being written. */
export function PoliciesPage() {
  const { t } = useTranslation('policies');
  const { id } = useOrganization();
  const writes = usePermission('approval.policy.manage');
  const versions = useQuery(policyVersionsQuery(id));
  const draft = useQuery(policyDraftQuery(id));
  const failed = versions.error ?? draft.error;
  const inForce = versions.data?.[0];
  return (
    <Page title={t('title')} purpose={t('purpose')}>
      {(versions.isPending || draft.isPending) && <PageSkeleton rows={5} />}
      {failed && (
        <ErrorState
          problem={toProblem(failed)}
          onRetry={() => void Promise.all([versions.refetch(), draft.refetch()])}
        />
      )}
      {inForce && (
        <>
          <PolicyInForce version={inForce} />
          {writes && draft.data !== undefined && (
            <PolicyDraftEditor
              key={`${inForce.version} ${draft.data?.version ?? 0}`}
              draft={draft.data}
              inForce={inForce.policy}
            />
          )}
          <PolicyVersions versions={versions.data ?? []} />
        </>
      )}
    </Page>
  );
}
