import { useQuery } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import { useOrganization } from '@/session/session';

/** What the watch over the ledger has found; asked for again each minute, as often as it looks. */
export function useWatch() {
  const { id: organization } = useOrganization();
  const { data } = useQuery({
    queryKey: [organization, 'ledger', 'watch'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/ledger/watch', { params: { path: { organization } } }),
      ),
    refetchInterval: 60_000,
  });
  return data && { ...data, open: data.alarms.filter(({ acknowledgedAt }) => acknowledgedAt === null) };
}
