import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

/** While a decision is on its way to the Mac, the page asks again by itself. */
const whileOnItsWay = 4_000;

export const requestQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'requests', id],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/requests/{request}', {
          params: { path: { organization, request: id } },
        }),
      ),
    refetchInterval: ({ state: { data } }) =>
      data?.delivery && !data.delivery.deliveredAt ? whileOnItsWay : false,
  });

export const nextToDecideQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'requests', 'next'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/requests', {
          params: { path: { organization }, query: { state: 'IN_REVIEW', decidable: true, limit: 5 } },
        }),
      ),
  });

export const blockQuery = (organization: string, hints: Record<string, string | undefined>) =>
  queryOptions({
    queryKey: [organization, 'block', hints],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/block', {
          params: { path: { organization }, query: hints },
        }),
      ),
    // The dialog is faster than the Mac's report of the block.
    refetchInterval: ({ state: { data } }) => (data?.device.known && !data.event ? 5_000 : false),
  });
