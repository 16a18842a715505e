import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

export const deviceQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'devices', id],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/devices/{id}', {
          params: { path: { organization, id } },
        }),
      ),
  });

export const deviceConfigurationQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'devices', id, 'configuration'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/devices/{id}/configuration', {
          params: { path: { organization, id } },
        }),
      ),
  });

export const latestSyncsQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'devices', id, 'syncs', 'latest'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/devices/{id}/syncs', {
          params: { path: { organization, id }, query: { limit: 8 } },
        }),
      ),
  });

export const claimsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'ownership-claims'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/ownership-claims', {
          params: { path: { organization } },
        }),
      ),
  });

export const enrolmentNamesQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'enrolments'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/enrolments', { params: { path: { organization } } }),
      ),
  });
