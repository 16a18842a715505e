import { queryOptions } from '@tanstack/react-query';
import type { Client } from 'openapi-fetch';
import { answer, client } from '@/api/client';
import type { Invitation } from '@/api/contract';

interface Letter {
  invitationId: string;
  state: 'WAITING' | 'SENT' | 'NEEDLESS' | 'DEAD';
  problem: string | null;
  at: string;
}
/** Mailed when there is no link. */
export interface Issued {
  invitation: Invitation;
  link: string | null;
}
interface LetterPaths {
  '/api/organizations/{organization}/letters/invitations': {
    get: {
      parameters: { path: { organization: string } };
      responses: { 200: { headers: object; content: { 'application/json': Letter[] } } };
    };
  };
  '/api/organizations/{organization}/invitations/{id}/renew': {
    post: {
      parameters: { path: { organization: string; id: string } };
      responses: { 200: { headers: object; content: { 'application/json': Issued } } };
    };
  };
}

export const letters = client as unknown as Client<LetterPaths>;

/** What became of the letters to invited people, by invitation. */
export const lettersQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'invitations', 'letters'],
    queryFn: async () => {
      const all = await answer(
        letters.GET('/api/organizations/{organization}/letters/invitations', {
          params: { path: { organization } },
        }),
      );
      return new Map(all.map((letter) => [letter.invitationId, letter]));
    },
  });
