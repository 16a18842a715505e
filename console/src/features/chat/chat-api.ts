import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

export const chatKey = 'chat';

export function slackQuery(organization: string) {
  return queryOptions({
    queryKey: [organization, chatKey, 'slack'],
    queryFn: () =>
      answer(client.GET('/api/organizations/{organization}/slack', { params: { path: { organization } } })),
  });
}
