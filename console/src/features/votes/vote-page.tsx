import Alert from '@mui/material/Alert';
import { useQuery } from '@tanstack/react-query';
import { linkOptions, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VotePage as Software, VoteWay } from '@/api/types';
import { toProblem } from '@/api/problem';
import { useDocumentTitle } from '@/patterns/document-title';
import { Identifier } from '@/patterns/identifier';
import { useLiveRefresh } from '@/patterns/live-refresh';
import { Page } from '@/patterns/page';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import { BallotReview } from './ballot-review';
import { BallotChip, WhyFrozen } from './ballot-state';
import { OwnWeight } from './own-weight';
import { Tally } from './tally';
import { VoteButtons } from './vote-buttons';
import { votePageQuery } from './votes-api';

/** One piece of software: who is for it, who is not, and one's own vote. */
export function VotePage() {
  const { t } = useTranslation('votes');
  const { sha256 } = useParams({ from: '/signed-in/o/$organization/requests/votes/$sha256' });
  const { id: organization, slug, name: organizationName } = useOrganization();
  const page = useQuery(votePageQuery(organization, sha256));
  const key = useMemo(() => [organization, 'votes'], [organization]);
  useLiveRefresh('request', key);
  const title = page.data ? t('heading', { name: page.data.title }) : t('one');
  useDocumentTitle(title, organizationName);
  if (page.error) {
    return <ErrorState page problem={toProblem(page.error)} onRetry={() => void page.refetch()} />;
  }
  if (!page.data) {
    return <PageSkeleton />;
  }
  return (
    <Page
      narrow
      back={{
        link: linkOptions({ to: '/o/$organization/requests/votes', params: { organization: slug } }),
        label: t('title'),
      }}
      title={title}
      purpose={page.data.signer ? t('by', { signer: page.data.signer }) : t('unsigned')}
    >
      <Obstacles page={page.data} />
      {page.data.options.map((way) => (
        <Way key={way.ruleType} page={page.data} way={way} />
      ))}
      <OwnWeight />
    </Page>
  );
}

/** Why the person cannot vote, if they cannot. */
function Obstacles({ page: { open, blocked, whyNot } }: { page: Software }) {
  const { t } = useTranslation('votes');
  const words = [!open && t('closed'), blocked && t('blocked'), open && whyNot].filter(Boolean);
  return words.map((text) => (
    <Alert key={String(text)} severity="info" sx={{ mb: 2 }}>
      {text}
    </Alert>
  ));
}

function Way({ page, way }: { page: Software; way: VoteWay }) {
  return (
    <Section
      title={way.label}
      text={way.explanation}
      action={way.ballot && <BallotChip state={way.ballot.state} />}
    >
      <Identifier value={way.identifier} length={0} />
      {way.ballot && <WhyFrozen ballot={way.ballot} />}
      <Tally ballot={way.ballot} thresholds={way.thresholds} />
      <VoteButtons page={page} way={way} />
      {way.ballot && <BallotReview ballot={way.ballot} />}
    </Section>
  );
}
