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

/** The newest that await the person's own word, and how many there are in all. */
export const inboxQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'requests', 'inbox'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/requests/inbox', {
          params: { path: { organization }, query: { limit: 5 } },
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
