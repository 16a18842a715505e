import { readCheckpoint, readKey, signedBy, type Checkpoint, type VerifierKey } from './note';

const firstLine = 'gatehouse-verifier kept v1';

/** A checkpoint of an earlier visit, and the keys that it was verified by. */
export interface Kept {
  checkpoint: Checkpoint;
  keys: VerifierKey[];
  /** Milliseconds; null if no signature says. */
  time: number | null;
}

/** Reads what {@link keptText} or the jar wrote, or a bare checkpoint, signed by keys that are trusted. */
export async function readKept(text: string, brought: VerifierKey[]): Promise<Kept> {
  const isOurs = text.startsWith(`${firstLine}\n`);
  const end = isOurs ? text.indexOf('\n\n') : -1;
  const lines = isOurs ? text.slice(firstLine.length + 1, end).split('\n') : [];
  const own = await Promise.all(lines.map((line) => readKey(line.replace(/^key /, ''))));
  const checkpoint = readCheckpoint(isOurs ? text.slice(end + 2) : text);
  return keptOf(checkpoint, [...brought, ...own]);
}

/** What keys made of the checkpoint's signatures; of each type that keys are trusted of, one must have signed. */
export async function keptOf(checkpoint: Checkpoint, keys: VerifierKey[]): Promise<Kept> {
  const seals = await sealsOf(checkpoint, keys);
  const types = new Set(keys.filter(({ name }) => name === checkpoint.origin).map(({ type }) => type));
  const missing = [...types].some((type) => seals.every(({ key }) => key.type !== type));
  if (seals.length === 0 || missing) {
    throw new Error(
      `the checkpoint of ${checkpoint.origin} lacks a signature of a type that a trusted key is of`,
    );
  }
  const time = Math.max(...seals.map(({ seconds }) => seconds));
  return { checkpoint, keys: seals.map(({ key }) => key), time: time > 0 ? time * 1000 : null };
}

/** The signatures by keys of the checkpoint's log, all of which hold. */
export async function sealsOf(
  checkpoint: Checkpoint,
  keys: VerifierKey[],
): Promise<{ key: VerifierKey; seconds: number }[]> {
  const seals = [];
  for (const key of distinct(keys).filter(({ name }) => name === checkpoint.origin)) {
    const seconds = await signedBy(checkpoint, key);
    if (seconds !== undefined) {
      seals.push({ key, seconds });
    }
  }
  return seals;
}

/** As it is kept in a file, which the jar reads, too. */
export function keptText({ checkpoint, keys }: Kept): string {
  return `${firstLine}\n${keys.map(({ text }) => `key ${text}\n`).join('')}\n${checkpoint.whole}`;
}

function distinct(keys: VerifierKey[]): VerifierKey[] {
  return [...new Map(keys.map((key) => [key.text, key])).values()];
}
