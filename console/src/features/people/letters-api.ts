import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

/** What became of the letters to invited people, by invitation. */
export const lettersQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'invitations', 'letters'],
    queryFn: async () => {
      const all = await answer(
        client.GET('/api/organizations/{organization}/letters/invitations', {
          params: { path: { organization } },
        }),
      );
      return new Map(all.map((letter) => [letter.invitationId, letter]));
    },
  });
