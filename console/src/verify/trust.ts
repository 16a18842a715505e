import { sealsOf, keptOf, type Kept } from './kept';
import { continues } from './merkle';
import { readKey, type Checkpoint, type VerifierKey } from './note';
import type { Handover, Rotation } from './seal';

/**
 * Which keys of one log are trusted: those that were brought, and those that a key-rotate entry names which a checkpoint
 * covers that trusted keys signed.
 */
export class KeyTrust {
  private trusted = new Map<string, VerifierKey>();
  private readonly rotations: Rotation[];

  /** The checkpoint is the one whose tree has the rotations. */
  constructor(
    private readonly checkpoint: Checkpoint,
    rotations: Rotation[],
  ) {
    // A filtered export brings some of them as lines and the others after those.
    this.rotations = [...rotations].sort((one, other) => one.index - other.index);
  }

  bring(keys: VerifierKey[]): void {
    keys
      .filter(({ name }) => name === this.checkpoint.origin)
      .forEach((key) => this.trusted.set(key.text, key));
  }

  /** Takes over the keys that were announced before a size that trusted keys vouch for. */
  async vouchedUpTo(size: number): Promise<void> {
    for (const [place, rotation] of this.rotations.entries()) {
      if (rotation.index < size) {
        const next = await this.takeOver(rotation);
        if (this.checkpoint.size > size) {
          this.retire(next, this.rotations.slice(place));
        }
      }
    }
  }

  /** Goes from key to key by the checkpoints that the older one signed. */
  async follow(handovers: Handover[]): Promise<void> {
    for (const { checkpoint: before, proof } of handovers) {
      if (before.origin !== this.checkpoint.origin || !(await continues(before, this.checkpoint, proof))) {
        throw new Error(`the checkpoint of size ${before.size} that hands over to a new key is of a fork`);
      }
      // Without any seal it is one of keys before those that were brought, and says nothing.
      if ((await sealsOf(before, this.keys())).length > 0) {
        await keptOf(before, this.keys());
        await this.vouchedUpTo(before.size);
      }
    }
  }

  /** The log's checkpoint with what trusted keys signed. */
  seal(): Promise<Kept> {
    return keptOf(this.checkpoint, this.keys());
  }

  private keys(): VerifierKey[] {
    return [...this.trusted.values()];
  }

  /** A key vouches only for the next of its own type: who can forge one type must not bring in another. */
  private async takeOver(rotation: Rotation): Promise<VerifierKey[]> {
    const types = new Set(this.keys().map(({ type }) => type));
    const named = await Promise.all(rotation.keys.map(readKey));
    const next = named.filter(({ type }) => types.has(type));
    this.bring(next);
    return next;
  }

  /** What the log seals after it handed over, its older keys no longer prove: whoever got hold of one may have signed. */
  private retire(next: VerifierKey[], rotations: Rotation[]): void {
    const types = new Set(next.filter(({ text }) => this.trusted.has(text)).map(({ type }) => type));
    const current = new Set(rotations.flatMap(({ keys }) => keys));
    this.trusted = new Map(
      [...this.trusted].filter(([text, { type }]) => !types.has(type) || current.has(text)),
    );
  }
}
