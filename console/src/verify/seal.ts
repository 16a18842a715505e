import type { Certificate } from 'pkijs';
import { hashesAt, itemsAt, object, textAt, textsAt, integerAt, need, isNull } from './fields';
import type { Findings } from './findings';
import type { JsonObject } from './json';
import { type Kept } from './kept';
import { continues } from './merkle';
import { readCheckpoint, readKey, type Checkpoint, type VerifierKey } from './note';
import { mustBeSealed } from './proof';
import { equal, type Bytes } from './bytes';
import type { Policy } from './policy';
import { KeyTrust } from './trust';

/** What whoever verifies brings along. */
export interface Demands {
  keys: VerifierKey[];
  kept: Kept | null;
  /** Whose cosignatures are demanded, if any. */
  policy?: Policy | null;
  /** Certificates of time-stamp authorities. */
  anchors?: Certificate[];
}
/** A checkpoint that covers the entry of a new key and that the key before signed. */
export interface Handover {
  checkpoint: Checkpoint;
  proof: Bytes[];
}
export interface Rotation {
  index: number;
  keys: string[];
}

/**
 * Checks who signed the checkpoint in the trailer, and that it goes on from the one that was kept.
 *
 * @param keptRoot root of the lines at the kept size, if they gave it
 * @returns what to keep for the next visit; null if no key was brought or something does not hold
 */
export async function checkSeals(
  trailer: JsonObject,
  checkpoint: Checkpoint,
  demands: Demands,
  rotations: Rotation[],
  keptRoot: Bytes | null,
  findings: Findings,
): Promise<Kept | null> {
  const handovers = itemsAt(trailer, 'handovers').map((item): Handover => {
    const handover = object(item, 'handovers');
    return { checkpoint: readCheckpoint(textAt(handover, 'checkpoint')), proof: hashesAt(handover, 'proof') };
  });
  await findings.attempt(async () => {
    const named = await Promise.all(textsAt(trailer, 'keys').map(readKey));
    for (const signed of [checkpoint, ...handovers.map((handover) => handover.checkpoint)]) {
      await mustBeSealed(signed, named);
    }
  });
  await findings.attempt(() => mustContinue(trailer, checkpoint, demands.kept, keptRoot));
  let sealed: Kept | null = null;
  if (demands.keys.length > 0 || demands.kept) {
    await findings.attempt(async () => {
      sealed = await trusted(checkpoint, demands, rotations, handovers);
    });
  }
  return sealed;
}

async function trusted(
  checkpoint: Checkpoint,
  { keys, kept }: Demands,
  rotations: Rotation[],
  handovers: Handover[],
): Promise<Kept> {
  const trust = new KeyTrust(checkpoint, rotations);
  trust.bring(keys);
  if (kept) {
    trust.bring(kept.keys);
    await trust.vouchedUpTo(kept.checkpoint.size);
  }
  await trust.follow(handovers);
  return trust.seal();
}

async function mustContinue(
  trailer: JsonObject,
  now: Checkpoint,
  kept: Kept | null,
  keptRoot: Bytes | null,
): Promise<void> {
  if (!kept) {
    return;
  }
  const before = kept.checkpoint;
  if (before.origin !== now.origin) {
    throw new Error(`the checkpoint that you kept is of ${before.origin}, this one of ${now.origin}`);
  }
  if (before.size > now.size) {
    throw new Error(
      `the log had ${before.size} entries when you kept its checkpoint, this export is of ${now.size}`,
    );
  }
  const grows = keptRoot ? equal(keptRoot, before.root) : await proves(trailer, before, now);
  if (!grows) {
    throw new Error(
      `the log is not the one that you saw: it does not continue the checkpoint of ${before.size} entries`,
    );
  }
}

async function proves(trailer: JsonObject, before: Checkpoint, now: Checkpoint): Promise<boolean> {
  const consistency = need(trailer, 'consistency');
  if (before.size === now.size) {
    return equal(before.root, now.root);
  }
  if (isNull(consistency)) {
    throw new Error(`the export has no proof from ${before.size} entries on: take one with that size`);
  }
  const proof = object(consistency, 'consistency');
  if (integerAt(proof, 'from') !== before.size) {
    throw new Error(`the export has no proof from ${before.size} entries on: take one with that size`);
  }
  return continues(before, now, hashesAt(proof, 'proof'));
}
