import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import type { PolicyDraft, PolicyVersion } from '@/api/types';
import { Page } from '@/patterns/page';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission } from '@/session/session';
import { Builder } from './builder/builder';
import { LeaveGuard } from './leave-guard';
import { Names } from './names';
import { policyDraftQuery, policyVersionsQuery } from './policies-api';
import { PolicyInForce, PolicyVersions } from './policy-in-force';
import { useDraft } from './use-draft';

/** Who decides about software: what is in force, what was, and what is being written. */
export function PoliciesPage() {
  const { t } = useTranslation('policies');
  const { id } = useOrganization();
  const writes = usePermission('approval.policy.manage');
  const versions = useQuery(policyVersionsQuery(id));
  const draft = useQuery(policyDraftQuery(id));
  const failed = versions.error ?? draft.error;
  return (
    <Page title={t('title')} purpose={t('purpose')}>
      {(versions.isPending || draft.isPending) && <PageSkeleton rows={5} />}
      {failed && (
        <ErrorState
          problem={toProblem(failed)}
          onRetry={() => void Promise.all([versions.refetch(), draft.refetch()])}
        />
      )}
      {versions.data &&
        draft.data !== undefined &&
        (writes ? (
          <Workshop versions={versions.data} kept={draft.data} />
        ) : (
          <Names of={versions.data}>
            <Panels versions={versions.data} />
          </Names>
        ))}
    </Page>
  );
}

interface Panel {
  name: string;
  label: string;
  content: ReactNode;
}

interface WorkshopProps {
  versions: PolicyVersion[];
  kept: PolicyDraft | null;
}

/** Holds the draft above the tabs, so that looking elsewhere on the page loses nothing. */
function Workshop({ versions, kept }: WorkshopProps) {
  const { t } = useTranslation('policies');
  const [inForce] = versions;
  const draft = useDraft(kept, inForce!.policy);
  const names = [draft.state.policy, versions, kept, draft.state.theirs];
  return (
    <Names of={names}>
      <LeaveGuard dirty={draft.dirty} />
      <Panels
        versions={versions}
        written={[
          {
            name: 'draft',
            label: draft.dirty ? t('tab.draftDirty') : t('tab.draft'),
            content: <Builder draft={draft} kept={kept} inForce={inForce!.policy} />,
          },
        ]}
      />
    </Names>
  );
}

interface PanelsProps {
  versions: PolicyVersion[];
  /** What only those see who write policies. */
  written?: Panel[];
}

/** Tabs whose name is kept in the address. */
function Panels({ versions, written = [] }: PanelsProps) {
  const { t } = useTranslation('policies');
  const [inForce] = versions;
  const panels: Panel[] = [
    {
      name: 'in-force',
      label: t('tab.inForce'),
      content: inForce && <PolicyInForce version={inForce} />,
    },
    ...written,
    { name: 'versions', label: t('tab.versions'), content: <PolicyVersions versions={versions} /> },
  ];
  const { tab } = useSearch({ from: '/signed-in/o/$organization/requests/policies' });
  const navigate = useNavigate();
  const current = panels.find(({ name }) => name === tab) ?? panels[0];
  return (
    <>
      <Tabs
        value={current?.name}
        onChange={(_, name: string) =>
          void navigate({ to: '.', search: { tab: name }, replace: true, resetScroll: false })
        }
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={t('title')}
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}
      >
        {panels.map(({ name, label }) => (
          <Tab
            key={name}
            value={name}
            label={label}
            id={`tab-${name}`}
            aria-controls={name === current?.name ? `panel-${name}` : undefined}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id={`panel-${current?.name}`} aria-labelledby={`tab-${current?.name}`}>
        {current?.content}
      </div>
    </>
  );
}
