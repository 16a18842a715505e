import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

export const factorsQuery = queryOptions({
  queryKey: ['account', 'factors'],
  queryFn: () => answer(client.GET('/api/account/factors')),
});

export const ownSessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: () => answer(client.GET('/api/account/sessions')),
});

export const connectionsQuery = queryOptions({
  queryKey: ['account', 'connections'],
  queryFn: () => answer(client.GET('/api/account/connections')),
});

export const linkedAccountsQuery = queryOptions({
  queryKey: ['account', 'linked-accounts'],
  queryFn: () => answer(client.GET('/api/account/linked-accounts')),
});

export const slackAccountQuery = (organization: string) =>
  queryOptions({
    queryKey: ['account', 'slack', organization],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/slack/account', { params: { path: { organization } } }),
      ),
  });

/** Lets the device make a passkey, and gives what it answers as the server takes it. */
export async function makePasskey(): Promise<string> {
  const options: unknown = await answer(client.POST('/api/account/factors/passkeys/options'));
  const credential = await navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
      options as PublicKeyCredentialCreationOptionsJSON,
    ),
  });
  return JSON.stringify(credential);
}
