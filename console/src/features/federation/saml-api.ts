import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

export const samlTrustQuery = (organization: string, id: string, version: number) =>
  queryOptions({
    queryKey: [organization, 'identity-providers', id, 'saml', version],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/identity-providers/{id}/saml', {
          params: { path: { organization, id } },
        }),
      ),
  });
