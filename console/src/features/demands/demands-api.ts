import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import type { Id } from '@/api/types';

export const demandsQuery = (organization: Id) =>
  queryOptions({
    queryKey: [organization, 'sign-in-demands'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/sign-in-demands', {
          params: { path: { organization } },
        }),
      ),
  });
