import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import type { DelegationDraft } from '@/api/types';

export const ownDelegationsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'my-delegations'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/my/delegations', {
          params: { path: { organization } },
        }),
      ),
  });

export const giveOwn = (organization: string, body: DelegationDraft) =>
  answer(
    client.POST('/api/organizations/{organization}/my/delegations', {
      params: { path: { organization } },
      body,
    }),
  );

export const endOwn = (organization: string, id: string) =>
  answer(
    client.POST('/api/organizations/{organization}/my/delegations/{id}/end', {
      params: { path: { organization, id } },
    }),
  );
