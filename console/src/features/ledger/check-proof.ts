import { answer, client } from '@/api/client';
import type { Entry } from '@/api/types';
import { readKey } from '@/verify/note';
import { readProof, verifyProof, type ProvenEntry } from '@/verify/proof';

/** What the proof showed, and by which keys. */
export interface Found {
  proven: ProvenEntry;
  keys: { id: string; type: number }[];
}

/** Thrown where the browser may not compute hashes: on pages that come neither from https nor from this machine. */
export class InsecurePageError extends Error {}

/** Thrown where the proof holds, but proves something else than what is shown. */
export class OtherEntryError extends Error {}

/**
 * Fetches the entry's proof and checks it here.
 *
 * @throws Error that says what does not hold
 */
export async function checkProof(organization: string, entry: Entry): Promise<Found> {
  if (!globalThis.isSecureContext) {
    throw new InsecurePageError();
  }
  const [proof, lines] = await Promise.all([
    answer(
      client.GET('/api/organizations/{organization}/ledger/entries/{id}/proof', {
        params: { path: { organization, id: entry.id } },
        parseAs: 'text',
      }),
    ),
    answer(
      client.GET('/api/organizations/{organization}/ledger/log/keys', {
        params: { path: { organization } },
        parseAs: 'text',
      }),
    ),
  ]);
  const keys = await Promise.all(String(lines).trim().split('\n').map(readKey));
  const proven = await verifyProof(readProof(String(proof)), keys);
  if (proven.entry !== entry.canonical || proven.index !== entry.index) {
    throw new OtherEntryError();
  }
  return { proven, keys: keys.map(({ text, type }) => ({ id: idOf(text), type })) };
}

function idOf(key: string): string {
  return /\+([0-9a-f]{8})\+/.exec(key)?.[1] ?? '';
}
