import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import type { Id, KeptVoting, Side, VoteWay } from '@/api/types';

export const ballotsQuery = (organization: Id) =>
  infiniteQueryOptions({
    queryKey: [organization, 'votes', 'ballots'],
    queryFn: ({ pageParam }) =>
      answer(
        client.GET('/api/organizations/{organization}/ballots', {
          params: { path: { organization }, query: { cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const votePageQuery = (organization: Id, sha256: string) =>
  queryOptions({
    queryKey: [organization, 'votes', sha256],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/votes/{sha256}', {
          params: { path: { organization, sha256 } },
        }),
      ),
  });

export const ownWeightQuery = (organization: Id) =>
  queryOptions({
    queryKey: [organization, 'votes', 'weight'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/my/vote-weight', {
          params: { path: { organization } },
        }),
      ),
  });

export const votingQuery = (organization: Id) =>
  queryOptions({
    queryKey: [organization, 'voting-settings'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/voting-settings', {
          params: { path: { organization } },
        }),
      ),
  });

export const rolesQuery = (organization: Id) =>
  queryOptions({
    queryKey: [organization, 'roles'],
    queryFn: () =>
      answer(client.GET('/api/organizations/{organization}/roles', { params: { path: { organization } } })),
  });

export const changeVoting = (organization: Id, changed: KeptVoting) =>
  answer(
    client.PUT('/api/organizations/{organization}/voting-settings', {
      params: { path: { organization } },
      body: changed,
    }),
  );

/** The software is named as it was shown: the server refuses it when that has changed. */
export const castVote = (organization: Id, sha256: string, way: VoteWay, side: Side, reason?: string) =>
  answer(
    client.POST('/api/organizations/{organization}/votes/{sha256}', {
      params: { path: { organization, sha256 } },
      body: { ruleType: way.ruleType, identifier: way.identifier, side, reason },
    }),
  );

/** What somebody who reviews can do with a ballot. */
export type Review = 'clear' | 'condemn' | 'reset';

export const reviewBallot = (organization: Id, ballot: Id, review: Review, reason: string) => {
  const call = { params: { path: { organization, ballot } }, body: { reason } };
  switch (review) {
    case 'clear':
      return answer(client.POST('/api/organizations/{organization}/ballots/{ballot}/clear', call));
    case 'condemn':
      return answer(client.POST('/api/organizations/{organization}/ballots/{ballot}/condemn', call));
    case 'reset':
      return answer(client.POST('/api/organizations/{organization}/ballots/{ballot}/reset', call));
  }
};
