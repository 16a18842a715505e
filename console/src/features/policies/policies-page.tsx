import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import type { PolicyDraft, PolicyVersion, PublishedPolicy } from '@/api/types';
import { useNotice } from '@/patterns/notice';
import { Page } from '@/patterns/page';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission } from '@/session/session';
import { Builder } from './builder/builder';
import { VersionsPanel } from './history/versions-panel';
import { LeaveGuard } from './leave-guard';
import { Names } from './names';
import { Panels } from './panels';
import { policyDraftQuery, policyVersionQuery, policyVersionsQuery } from './policies-api';
import { PolicyInForce } from './policy-in-force';
import { ExplainPanel } from './trial/explain-panel';
import { ReplayPanel } from './trial/replay-panel';
import { useDraft } from './use-draft';

/** Who decides about software: what is in force, what was, and what is being written. */
export function PoliciesPage() {
  const { t } = useTranslation('policies');
  const { id } = useOrganization();
  const writes = usePermission('approval.policy.manage');
  const versions = useQuery(policyVersionsQuery(id));
  const newest = versions.data?.[0]?.version;
  const inForce = useQuery({ ...policyVersionQuery(id, newest ?? 0), enabled: newest !== undefined });
  const draft = useQuery({ ...policyDraftQuery(id), enabled: writes });
  const failed = versions.error ?? inForce.error ?? draft.error;
  const read = versions.data && inForce.data;
  return (
    <Page title={t('title')} purpose={t('purpose')}>
      {!failed && (!read || (writes && draft.data === undefined)) && <PageSkeleton rows={5} />}
      {failed && (
        <ErrorState
          problem={toProblem(failed)}
          onRetry={() => void Promise.all([versions.refetch(), inForce.refetch(), draft.refetch()])}
        />
      )}
      {read && !writes && <ReadingRoom versions={versions.data} inForce={inForce.data} />}
      {read && writes && draft.data !== undefined && (
        <Workshop versions={versions.data} inForce={inForce.data} kept={draft.data} />
      )}
    </Page>
  );
}

interface ReadingRoomProps {
  versions: PolicyVersion[];
  inForce: PublishedPolicy;
}

/** For who reads the book and writes no policies. */
function ReadingRoom({ versions, inForce }: ReadingRoomProps) {
  const { t } = useTranslation('policies');
  return (
    <Names of={inForce}>
      <Panels
        panels={[
          { name: 'in-force', label: t('tab.inForce'), content: <PolicyInForce policy={inForce.policy} /> },
          { name: 'versions', label: t('tab.versions'), content: <VersionsPanel versions={versions} /> },
        ]}
      />
    </Names>
  );
}

interface WorkshopProps extends ReadingRoomProps {
  kept: PolicyDraft | null;
}

/** Holds the draft above the tabs, so that looking elsewhere on the page loses nothing. */
function Workshop({ versions, inForce, kept }: WorkshopProps) {
  const { t } = useTranslation('policies');
  const notice = useNotice();
  const navigate = useNavigate();
  const draft = useDraft(kept, inForce.policy);
  const { policy, theirs } = draft.state;
  return (
    <Names of={[policy, inForce.policy, kept, theirs]}>
      <LeaveGuard dirty={draft.dirty} />
      <Panels
        panels={[
          { name: 'in-force', label: t('tab.inForce'), content: <PolicyInForce policy={inForce.policy} /> },
          {
            name: 'draft',
            label: draft.dirty ? t('tab.draftDirty') : t('tab.draft'),
            content: <Builder draft={draft} kept={kept} inForce={inForce.policy} />,
          },
          { name: 'explain', label: t('tab.explain'), content: <ExplainPanel policy={policy} /> },
          { name: 'replay', label: t('tab.replay'), content: <ReplayPanel policy={policy} /> },
          {
            name: 'versions',
            label: t('tab.versions'),
            content: (
              <VersionsPanel
                versions={versions}
                draft={policy}
                onRestore={(restored) => {
                  draft.dispatch({ type: 'change', change: () => restored, place: {} });
                  void navigate({ to: '.', search: { tab: 'draft' } });
                  notice({ text: t('restored'), undo: () => draft.dispatch({ type: 'undo' }) });
                }}
              />
            ),
          },
        ]}
      />
    </Names>
  );
}
