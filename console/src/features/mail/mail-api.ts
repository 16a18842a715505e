import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

export const mailKey = ['installation', 'mail'];

/** How mail is set up, and how many letters wait or were given up. */
export const mailStatusQuery = queryOptions({
  queryKey: [...mailKey, 'status'],
  queryFn: () => answer(client.GET('/api/installation/mail')),
  refetchInterval: 15_000,
});
