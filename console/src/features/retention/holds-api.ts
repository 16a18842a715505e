import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

export const holdsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'ledger', 'holds'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/ledger/holds', { params: { path: { organization } } }),
      ),
  });

export const holdQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'ledger', 'holds', id],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/ledger/holds/{id}', {
          params: { path: { organization, id } },
        }),
      ),
  });

const steps = {
  confirm: '/api/organizations/{organization}/ledger/holds/{id}/confirm',
  withdraw: '/api/organizations/{organization}/ledger/holds/{id}/withdraw',
  confirmRelease: '/api/organizations/{organization}/ledger/holds/{id}/release/confirm',
  keepOn: '/api/organizations/{organization}/ledger/holds/{id}/release/withdraw',
} as const;

/** A step that needs no words. */
export type Step = keyof typeof steps;

export const take = (organization: string, id: string, step: Step) =>
  answer(client.POST(steps[step], { params: { path: { organization, id } } }));
