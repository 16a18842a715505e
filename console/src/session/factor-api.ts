import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';

/** The second factors that the person can show; fails when nobody has shown a password. */
export const ownFactorsQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: async () => (await answer(client.GET('/api/session/second-factor'))).factors,
  staleTime: 0,
  retry: false,
});

/** Whether this browser can use passkeys at all. */
export const passkeysKnown =
  typeof PublicKeyCredential !== 'undefined' &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

/** Lets a device sign, of the person who is known already or of anybody, and gives its answer as the server takes it. */
export async function signWithPasskey(whose: 'known' | 'anybody'): Promise<string> {
  const options: unknown = await answer(
    whose === 'known'
      ? client.POST('/api/session/second-factor/passkey-options')
      : client.POST('/api/session/passkey/options'),
  );
  const credential = await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
      options as PublicKeyCredentialRequestOptionsJSON,
    ),
  });
  return JSON.stringify(credential);
}
