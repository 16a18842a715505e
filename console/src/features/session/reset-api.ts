import { queryOptions } from '@tanstack/react-query';
import type { Client } from 'openapi-fetch';
import { answer, client } from '@/api/client';

interface Post<Body, Answer> {
  parameters: { path?: never };
  requestBody: { content: { 'application/json': Body } };
  responses: { 200: { headers: object; content: { 'application/json': Answer } } };
}
interface ResetPaths {
  '/api/password-resets': {
    get: {
      parameters: { path?: never };
      responses: { 200: { headers: object; content: { 'application/json': { offered: boolean } } } };
    };
    post: Post<{ email: string }, void>;
  };
  '/api/password-resets/look-up': { post: Post<{ token: string }, { email: string; displayName: string }> };
  '/api/password-resets/complete': { post: Post<{ token: string; password: string }, void> };
}

export const resets = client as unknown as Client<ResetPaths>;

/** Whether the installation sends mail, and so can send a link for a new password. */
export const resetOfferQuery = queryOptions({
  queryKey: ['password-reset', 'offer'],
  queryFn: () => answer(resets.GET('/api/password-resets')),
  staleTime: 60_000,
});
