import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

export const tagsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'tags'],
    queryFn: () =>
      answer(client.GET('/api/organizations/{organization}/tags', { params: { path: { organization } } })),
  });

export const devicesFoundQuery = (organization: string, text: string) =>
  queryOptions({
    queryKey: [organization, 'devices', 'found', text],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/devices', {
          params: { path: { organization }, query: { text: text || undefined, limit: 10 } },
        }),
      ),
  });

export const peopleFoundQuery = (organization: string, text: string) =>
  queryOptions({
    queryKey: [organization, 'people', 'found', text],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/people', {
          params: { path: { organization }, query: { text: text || undefined, limit: 10 } },
        }),
      ),
  });

export const myDevicesQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'my', 'devices'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/my/devices', { params: { path: { organization } } }),
      ),
  });
