import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

/** The roles that fit the organization's kind, and what each may do. */
export const rolesQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'roles'],
    queryFn: () =>
      answer(client.GET('/api/organizations/{organization}/roles', { params: { path: { organization } } })),
    staleTime: 10 * 60_000,
  });

export const personQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'people', id],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/people/{id}', {
          params: { path: { organization, id } },
        }),
      ),
  });

export const invitationsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'invitations'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/invitations', { params: { path: { organization } } }),
      ),
  });
