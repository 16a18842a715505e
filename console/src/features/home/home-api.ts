import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

export type Window = 'DAY' | 'FORTNIGHT';

export const dashboardQuery = (organization: string, window: Window) =>
  queryOptions({
    queryKey: [organization, 'dashboard', window],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/dashboard', {
          params: { path: { organization }, query: { window } },
        }),
      ),
    refetchInterval: 60_000,
  });

export const openRequestsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'requests', 'open'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/requests', {
          params: { path: { organization }, query: { state: 'IN_REVIEW', limit: 5 } },
        }),
      ),
  });

export const myBlocksQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'my', 'blocks'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/my/blocks', {
          params: { path: { organization }, query: { limit: 20 } },
        }),
      ),
    refetchInterval: 30_000,
  });

export const myRequestsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'requests', 'mine', 'latest'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/requests', {
          params: { path: { organization }, query: { mine: true, limit: 5 } },
        }),
      ),
  });
