import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

/** What one may take, by name. */
export const offersQuery = (organization: string, text: string) =>
  infiniteQueryOptions({
    queryKey: [organization, 'catalogue', 'offers', text],
    queryFn: ({ pageParam }) =>
      answer(
        client.GET('/api/organizations/{organization}/catalogue', {
          params: { path: { organization }, query: { text: text || undefined, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** What one may take that is like what was blocked. */
export const suggestionsQuery = (organization: string, about: { eventId?: string; sha256?: string }) =>
  queryOptions({
    queryKey: [organization, 'catalogue', 'suggestions', about],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/catalogue/suggestions', {
          params: { path: { organization }, query: about },
        }),
      ),
  });
