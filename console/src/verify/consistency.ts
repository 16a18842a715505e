import type { Bytes } from './bytes';
import { hash } from './fields';
import { keptOf, sealsOf, type Kept } from './kept';
import { continues } from './merkle';
import { readCheckpoint, type Checkpoint, type VerifierKey } from './note';
import { Unreadable } from './unreadable';

/** A proof that a log only grew. */
export interface ConsistencyProof {
  oldSize: number;
  checkpoint: Checkpoint;
  path: Bytes[];
}

export function isConsistencyProof(start: string): boolean {
  return /^old \d+\n/.test(start);
}

/** Reads what a witness is sent (C2SP tlog-witness): the old size, the proof, the new checkpoint. */
export function readConsistency(text: string): ConsistencyProof {
  const end = text.indexOf('\n\n');
  const [old = '', ...path] = text.slice(0, end).split('\n');
  if (end < 0 || !/^old (0|[1-9]\d{0,15})$/.test(old)) {
    throw new Unreadable('the proof of consistency is broken, or was cut off');
  }
  return {
    oldSize: Number(old.slice('old '.length)),
    checkpoint: readCheckpoint(text.slice(end + 2)),
    path: path.map(hash),
  };
}

/**
 * Checks that the log goes on from what was kept; null if it does and no key that is trusted signed that.
 *
 * @throws that says what does not hold
 */
export async function verifyConsistency(
  { oldSize, checkpoint, path }: ConsistencyProof,
  kept: Kept,
  brought: VerifierKey[],
): Promise<Kept | null> {
  if (kept.checkpoint.origin !== checkpoint.origin) {
    throw new Error(
      `the proof is of the log ${checkpoint.origin}, you kept a checkpoint of ${kept.checkpoint.origin}`,
    );
  }
  if (kept.checkpoint.size !== oldSize) {
    throw new Error(
      `the proof begins at ${oldSize} entries, you kept a checkpoint of ${kept.checkpoint.size}`,
    );
  }
  if (!(await continues(kept.checkpoint, checkpoint, path))) {
    throw new Error('the log does not continue the checkpoint that you kept');
  }
  const keys = [...brought, ...kept.keys];
  const seals = await sealsOf(checkpoint, keys);
  return seals.length > 0 ? keptOf(checkpoint, keys) : null;
}
