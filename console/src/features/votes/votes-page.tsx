import HowToVoteOutlined from '@mui/icons-material/HowToVoteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ballot } from '@/api/types';
import { toProblem } from '@/api/problem';
import { useLiveRefresh } from '@/patterns/live-refresh';
import { Page } from '@/patterns/page';
import { RouterLink } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { EmptyState, ErrorState, PageSkeleton } from '@/patterns/states';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { BallotChip } from './ballot-state';
import { OwnWeight } from './own-weight';
import { ballotsQuery } from './votes-api';

/** What colleagues vote on, and what one's own vote weighs. */
export function VotesPage() {
  const { t } = useTranslation('votes');
  const { id: organization } = useOrganization();
  const ballots = useInfiniteQuery(ballotsQuery(organization));
  const key = useMemo(() => [organization, 'votes'], [organization]);
  useLiveRefresh('request', key);
  const rows = ballots.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page narrow title={t('title')} purpose={t('purpose')}>
      {ballots.isPending && <PageSkeleton rows={4} />}
      {ballots.error && (
        <ErrorState problem={toProblem(ballots.error)} onRetry={() => void ballots.refetch()} />
      )}
      {ballots.data && rows.length === 0 && (
        <EmptyState icon={HowToVoteOutlined} title={t('empty.title')} text={t('empty.text')} />
      )}
      {rows.length > 0 && (
        <Section title={t('list')}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {rows.map((ballot) => (
              <Row key={ballot.id} ballot={ballot} />
            ))}
          </Box>
          {ballots.hasNextPage && (
            <Button loading={ballots.isFetchingNextPage} onClick={() => void ballots.fetchNextPage()}>
              {t('more')}
            </Button>
          )}
        </Section>
      )}
      <OwnWeight />
    </Page>
  );
}

function Row({ ballot }: { ballot: Ballot }) {
  const { t } = useTranslation('votes');
  const { slug } = useOrganization();
  return (
    <Box component="li" sx={{ py: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <RouterLink
          to="/o/$organization/requests/votes/$sha256"
          params={{ organization: slug, sha256: ballot.sha256 }}
          sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
        >
          {ballot.title}
        </RouterLink>
        <BallotChip state={ballot.state} />
      </Stack>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t(`way.${ballot.ruleType}`)}: {t('up.people', { count: ballot.tally.up })}
        {ballot.tally.down > 0 && `, ${t('down.people', { count: ballot.tally.down })}`}
        {ballot.mine && `. ${t(`mine.${ballot.mine}`)}`}. <RelativeTime at={ballot.changedAt} />
      </Typography>
    </Box>
  );
}
