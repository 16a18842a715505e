import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

export const enrolmentsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'enrolments'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/enrolments', { params: { path: { organization } } }),
      ),
  });

export const tagsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'tags'],
    queryFn: () =>
      answer(client.GET('/api/organizations/{organization}/tags', { params: { path: { organization } } })),
  });
