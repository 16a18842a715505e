import { useQuery } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import { Identifier } from '@/patterns/identifier';
import { useOrganization } from '@/session/session';

/** A person by id: the name, or the id where nobody of it is here any more. */
export function PersonName({ id }: { id: string }) {
  const { id: organization } = useOrganization();
  const person = useQuery({
    queryKey: [organization, 'people', id],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/people/{id}', {
          params: { path: { organization, id } },
        }),
      ),
    retry: false,
  });
  return person.data ? person.data.displayName : <Identifier value={id} length={13} copy={false} />;
}
