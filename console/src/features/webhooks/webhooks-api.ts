import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

const often = 10_000;

/** Everything about webhooks is loaded again together. */
export const webhooksKey = 'webhooks';

export function destinationsQuery(organization: string) {
  return queryOptions({
    queryKey: [organization, webhooksKey, 'destinations'],
    refetchInterval: often,
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/destinations', { params: { path: { organization } } }),
      ),
  });
}

/** A message with each time that it was sent. */
export function deliveryQuery(organization: string, id: string) {
  return queryOptions({
    queryKey: [organization, webhooksKey, 'deliveries', id],
    refetchInterval: often,
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/deliveries/{id}', {
          params: { path: { organization, id } },
        }),
      ),
  });
}
