import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

/** Whether the installation still waits for its first person. */
export const setUpQuery = queryOptions({
  queryKey: ['set-up'],
  queryFn: () => answer(client.GET('/api/setup')),
  staleTime: 60_000,
});
