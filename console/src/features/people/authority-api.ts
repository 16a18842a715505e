import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

export const teamsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'teams'],
    queryFn: () =>
      answer(client.GET('/api/organizations/{organization}/teams', { params: { path: { organization } } })),
  });

export const teamQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'teams', id],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/teams/{team}', {
          params: { path: { organization, team: id } },
        }),
      ),
  });

export const customRolesQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'custom-roles'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/custom-roles', {
          params: { path: { organization } },
        }),
      ),
  });

export const holdersQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'custom-roles', id, 'holders'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/custom-roles/{id}/holders', {
          params: { path: { organization, id } },
        }),
      ),
  });

export const grantsQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'people', id, 'grants'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/people/{id}/grants', {
          params: { path: { organization, id } },
        }),
      ),
  });

export const profileQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'people', id, 'profile'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/people/{id}/profile', {
          params: { path: { organization, id } },
        }),
      ),
  });

export const ownDepartureQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'membership', 'departure'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/membership/departure', {
          params: { path: { organization } },
        }),
      ),
  });

export const departureQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'people', id, 'departure'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/people/{id}/departure', {
          params: { path: { organization, id } },
        }),
      ),
  });
