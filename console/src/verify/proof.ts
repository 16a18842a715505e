import { fromBase64, type Bytes } from './bytes';
import { hash } from './fields';
import { included, leafHash } from './merkle';
import { ed25519, mlDsa44, readCheckpoint, signedBy, type Checkpoint, type VerifierKey } from './note';
import { Unreadable } from './unreadable';

/** What a proof of one entry shows. */
export interface ProvenEntry {
  index: number;
  /** The entry's canonical bytes, as text. */
  entry: string;
  checkpoint: Checkpoint;
  /** ISO time of the log's cosignature. */
  sealedAt: string;
}

/** A proof of one entry that was read, not checked. */
export interface EntryProof {
  index: number;
  entry: Bytes;
  path: Bytes[];
  checkpoint: Checkpoint;
}

/** Reads a C2SP tlog-proof. */
export function readProof(file: string): EntryProof {
  const end = file.indexOf('\n\n');
  const [format, extra = '', index = '', ...path] = file.slice(0, end).split('\n');
  if (end < 0 || format !== 'c2sp.org/tlog-proof@v1' || !extra.startsWith('extra ')) {
    throw new Unreadable('the file is no proof of an entry');
  }
  if (!/^index (0|[1-9]\d{0,15})$/.test(index)) {
    throw new Unreadable('the proof names no index');
  }
  return {
    index: Number(index.slice('index '.length)),
    entry: fromBase64(extra.slice('extra '.length)),
    path: path.map(hash),
    checkpoint: readCheckpoint(file.slice(end + 2)),
  };
}

/**
 * Checks a proof of one entry by the log's keys.
 *
 * @throws that says what does not hold
 */
export async function verifyProof(
  { index, entry, path, checkpoint }: EntryProof,
  keys: VerifierKey[],
): Promise<ProvenEntry> {
  await mustBeIncluded(index, entry, checkpoint, path);
  const sealedAt = await mustBeSealed(checkpoint, keys);
  return { index, entry: new TextDecoder('utf-8', { fatal: true }).decode(entry), checkpoint, sealedAt };
}

async function mustBeIncluded(
  index: number,
  entry: Bytes,
  checkpoint: Checkpoint,
  path: Bytes[],
): Promise<void> {
  if (!(await included(index, await leafHash(entry), checkpoint.size, checkpoint.root, path))) {
    throw new Error(`the proof does not lead from entry ${index} to the root of the checkpoint`);
  }
}

/** Both of the log's signatures must be there and hold. */
export async function mustBeSealed(checkpoint: Checkpoint, keys: VerifierKey[]): Promise<string> {
  const signed = new Map<number, number>();
  for (const key of keys.filter(({ name }) => name === checkpoint.origin)) {
    const time = await signedBy(checkpoint, key);
    if (time !== undefined) {
      signed.set(key.type, time);
    }
  }
  const sealed = signed.get(mlDsa44);
  if (!signed.has(ed25519) || sealed === undefined) {
    throw new Error('the checkpoint does not bear both signatures of the log by these keys');
  }
  return new Date(sealed * 1000).toISOString();
}
