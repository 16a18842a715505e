import { queryOptions } from '@tanstack/react-query';
import type { Client } from 'openapi-fetch';
import { answer, client } from '@/api/client';
import type { Id, Instant } from '@/api/types';
import type { Factor } from '@/session/factor-api';

export interface Passkey {
  id: Id;
  name: string;
  createdAt: Instant;
  lastUsedAt: Instant | null;
}
export interface Factors {
  authenticatorSince: Instant | null;
  passkeys: Passkey[];
  passkeysPossible: boolean;
  backupCodesLeft: number;
}
/** What an authenticator app takes: as text, and as the address that a QR code carries. */
export interface Proposal {
  secret: string;
  address: string;
}
export interface OwnSession {
  id: Id;
  browser: string;
  address: string;
  factors: Factor[];
  beganAt: Instant;
  lastUsedAt: Instant;
  current: boolean;
}

interface Json<T> {
  content: { 'application/json': T };
}
interface Answered<T> {
  200: { headers: never } & Json<T>;
}
interface Done {
  204: { headers: never; content?: never };
}
interface ById {
  path: { id: Id };
}
interface Codes {
  backupCodes: string[];
}
interface AccountPaths {
  '/api/account/factors': { get: { responses: Answered<Factors> } };
  '/api/account/factors/authenticator': {
    post: { responses: Answered<Proposal> };
    delete: { responses: Done };
  };
  '/api/account/factors/authenticator/confirm': {
    post: { requestBody: Json<{ code: string }>; responses: Answered<Codes> };
  };
  '/api/account/factors/passkeys/options': {
    post: { responses: Answered<PublicKeyCredentialCreationOptionsJSON> };
  };
  '/api/account/factors/passkeys': {
    post: { requestBody: Json<{ name: string; answer: string }>; responses: Answered<Codes> };
  };
  '/api/account/factors/passkeys/{id}': {
    put: { parameters: ById; requestBody: Json<{ name: string }>; responses: Done };
    delete: { parameters: ById; responses: Done };
  };
  '/api/account/factors/backup-codes': { post: { responses: Answered<Codes> } };
  '/api/account/sessions': { get: { responses: Answered<OwnSession[]> }; delete: { responses: Done } };
  '/api/account/sessions/{id}': { delete: { parameters: ById; responses: Done } };
}

export const accountClient = client as unknown as Client<AccountPaths>;

export const factorsQuery = queryOptions({
  queryKey: ['account', 'factors'],
  queryFn: () => answer(accountClient.GET('/api/account/factors')),
});

export const ownSessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: () => answer(accountClient.GET('/api/account/sessions')),
});

/** Lets the device make a passkey, and gives what it answers as the server takes it. */
export async function makePasskey(): Promise<string> {
  const options = await answer(accountClient.POST('/api/account/factors/passkeys/options'));
  const credential = await navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
  });
  return JSON.stringify(credential);
}
