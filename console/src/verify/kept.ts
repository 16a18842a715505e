import { readCheckpoint, readKey, signedBy, type Checkpoint, type VerifierKey } from './note';

const firstLine = 'gatehouse-verifier kept v1';

/** A checkpoint of an earlier visit, and the keys that it was verified by. */
export interface Kept {
  checkpoint: Checkpoint;
  keys: VerifierKey[];
  /** Milliseconds; null if no signature says. */
  time: number | null;
}

/** Reads what {@link keptText} or the jar wrote, or a bare checkpoint; at least one trusted key must have signed it. */
export async function readKept(text: string, brought: VerifierKey[]): Promise<Kept> {
  const isOurs = text.startsWith(`${firstLine}\n`);
  const end = isOurs ? text.indexOf('\n\n') : -1;
  const lines = isOurs ? text.slice(firstLine.length + 1, end).split('\n') : [];
  const own = await Promise.all(lines.map((line) => readKey(line.replace(/^key /, ''))));
  const checkpoint = readCheckpoint(isOurs ? text.slice(end + 2) : text);
  return keptOf(checkpoint, [...brought, ...own]);
}

/** What keys made of the checkpoint's signatures; at least one must have. */
export async function keptOf(checkpoint: Checkpoint, keys: VerifierKey[]): Promise<Kept> {
  const signed: VerifierKey[] = [];
  let time = 0;
  for (const key of distinct(keys).filter(({ name }) => name === checkpoint.origin)) {
    const seconds = await signedBy(checkpoint, key);
    if (seconds !== undefined) {
      signed.push(key);
      time = Math.max(time, seconds);
    }
  }
  if (signed.length === 0) {
    throw new Error(`the checkpoint of ${checkpoint.origin} has no signature by a key that is trusted`);
  }
  return { checkpoint, keys: signed, time: time > 0 ? time * 1000 : null };
}

/** As it is kept in a file, which the jar reads, too. */
export function keptText({ checkpoint, keys }: Kept): string {
  return `${firstLine}\n${keys.map(({ text }) => `key ${text}\n`).join('')}\n${checkpoint.whole}`;
}

function distinct(keys: VerifierKey[]): VerifierKey[] {
  return [...new Map(keys.map((key) => [key.text, key])).values()];
}
