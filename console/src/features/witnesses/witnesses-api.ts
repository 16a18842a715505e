import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

const everyMinute = 60_000;

/** The witnesses of an organization's ledger. They are asked once a minute. */
export function witnessesQuery(organization: string) {
  return queryOptions({
    queryKey: [organization, 'ledger', 'witnesses'],
    refetchInterval: everyMinute,
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/ledger/witnesses', {
          params: { path: { organization } },
        }),
      ),
  });
}
