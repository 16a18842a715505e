import { hashesAt, itemsAt, object, textAt, textsAt, integerAt, need, isNull } from './fields';
import type { Findings } from './findings';
import type { JsonObject } from './json';
import { keptOf, type Kept } from './kept';
import { continues } from './merkle';
import { readCheckpoint, readKey, type Checkpoint, type VerifierKey } from './note';
import { mustBeSealed } from './proof';
import { equal, type Bytes } from './bytes';

/** What whoever verifies brings along. */
export interface Demands {
  keys: VerifierKey[];
  kept: Kept | null;
}
interface Handover {
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
      sealed = await keptOf(checkpoint, await trusted(checkpoint, demands, rotations, handovers));
    });
  }
  return sealed;
}

/** Goes from key to key: an older one vouches for those that entries under its signature name. */
async function trusted(
  checkpoint: Checkpoint,
  { keys, kept }: Demands,
  rotations: Rotation[],
  handovers: Handover[],
): Promise<VerifierKey[]> {
  const trust = [...keys, ...(kept?.keys ?? [])];
  const vouch = async (size: number) => {
    for (const { keys: named } of rotations.filter(({ index }) => index < size)) {
      trust.push(...(await Promise.all(named.map(readKey))));
    }
  };
  await vouch(kept?.checkpoint.size ?? 0);
  for (const { checkpoint: before, proof } of handovers) {
    if (before.origin !== checkpoint.origin || !(await continues(before, checkpoint, proof))) {
      throw new Error(`the checkpoint of size ${before.size} that hands over to a new key is of a fork`);
    }
    if (await keptOf(before, trust).then(Boolean, () => false)) {
      await vouch(before.size);
    }
  }
  return trust;
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
