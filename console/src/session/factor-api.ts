import { queryOptions } from '@tanstack/react-query';
import type { Client } from 'openapi-fetch';
import { answer, client } from '@/api/client';
import type { Session } from '@/api/types';

export type Factor = 'PASSWORD' | 'AUTHENTICATOR_APP' | 'BACKUP_CODE' | 'PASSKEY';

export interface FactorProof {
  factor: Factor;
  secret: string;
}

interface Json<T> {
  content: { 'application/json': T };
}
interface Answered<T> {
  200: { headers: never } & Json<T>;
}
interface FactorPaths {
  '/api/session/second-factor': {
    get: { responses: Answered<{ factors: Factor[] }> };
    post: { requestBody: Json<FactorProof>; responses: Answered<Session> };
  };
  '/api/session/passkey': { post: { requestBody: Json<{ answer: string }>; responses: Answered<Session> } };
  '/api/session/passkey/options': {
    post: { responses: Answered<PublicKeyCredentialRequestOptionsJSON> };
  };
  '/api/account/waiting-actions/{id}/confirm': {
    post: {
      parameters: { path: { id: string } };
      requestBody: Json<FactorProof>;
      responses: { 204: { headers: never; content?: never } };
    };
  };
}

export const factorClient = client as unknown as Client<FactorPaths>;

/** The second factors that the person can show; fails when nobody has shown a password. */
export const ownFactorsQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: async () => (await answer(factorClient.GET('/api/session/second-factor'))).factors,
  staleTime: 0,
  retry: false,
});

/** Whether this browser can use passkeys at all. */
export const passkeysKnown =
  typeof PublicKeyCredential !== 'undefined' &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

/** Lets the device sign, and gives what it answers as the server takes it. */
export async function signWithPasskey(): Promise<string> {
  const options = await answer(factorClient.POST('/api/session/passkey/options'));
  const credential = await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
  });
  return JSON.stringify(credential);
}
