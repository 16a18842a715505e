import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

/** The teams by name; nothing for whoever may not see people. */
export const teamNamesQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'teams'],
    queryFn: () =>
      answer(client.GET('/api/organizations/{organization}/teams', { params: { path: { organization } } })),
    retry: false,
  });
