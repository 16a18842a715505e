import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

/** As many as are counted exactly; more are "and more". */
const counted = 50;
/** As many of what happened as are read at once. */
const shown = 20;

export const waitingQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'bell', 'requests', 'waiting'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/requests/inbox', {
          params: { path: { organization }, query: { limit: 1 } },
        }),
      ),
  });

export const newsQuery = (organization: string) =>
  infiniteQueryOptions({
    queryKey: [organization, 'bell', 'news'],
    queryFn: ({ pageParam }) =>
      answer(
        client.GET('/api/organizations/{organization}/notifications', {
          params: { path: { organization }, query: { limit: shown, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const claimsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'bell', 'devices', 'claims'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/ownership-claims', {
          params: { path: { organization } },
        }),
      ),
  });

export const staleDevicesQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'bell', 'devices', 'stale'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/devices', {
          params: { path: { organization }, query: { health: 'STALE', limit: counted } },
        }),
      ),
  });

export const endingRulesQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'bell', 'rules'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/rules', {
          params: { path: { organization }, query: { expiring: true, sort: 'expiresAt', limit: counted } },
        }),
      ),
  });

export const entrantsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'bell', 'engagements'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/entrants', {
          params: { path: { organization }, query: { limit: counted } },
        }),
      ),
  });
