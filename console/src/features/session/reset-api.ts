import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

/** Whether the installation sends mail, and so can send a link for a new password. */
export const resetOfferQuery = queryOptions({
  queryKey: ['password-reset', 'offer'],
  queryFn: () => answer(client.GET('/api/password-resets')),
  staleTime: 60_000,
});
