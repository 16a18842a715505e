import { equal, sha256, utf8, type Bytes } from './bytes';

const leafMark = new Uint8Array([0]);
const nodeMark = new Uint8Array([1]);

/** Hash of an entry's bytes, RFC 6962. */
export function leafHash(entry: Uint8Array): Promise<Bytes> {
  return sha256(leafMark, entry);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Bytes> {
  return sha256(nodeMark, left, right);
}

/** Root of the tree without leaves. */
export function emptyRoot(): Promise<Bytes> {
  return sha256(utf8(''));
}

/** Computes the root over leaves that come one after the other; remembers one hash for each level. */
export class Growing {
  private readonly edge: Bytes[] = [];
  private count = 0;

  async append(leaf: Bytes): Promise<void> {
    let hash = leaf;
    for (let rest = this.count; rest % 2 === 1; rest = (rest - 1) / 2) {
      hash = await nodeHash(this.edge.pop() as Bytes, hash);
    }
    this.edge.push(hash);
    this.count++;
  }

  size(): number {
    return this.count;
  }

  async root(): Promise<Bytes> {
    let root = this.edge.at(-1);
    for (const left of this.edge.slice(0, -1).reverse()) {
      root = await nodeHash(left, root as Bytes);
    }
    return root ?? emptyRoot();
  }
}

/** Whether the path leads from the leaf to the root, RFC 9162, 2.1.3.2. */
export async function included(
  index: number,
  leaf: Bytes,
  size: number,
  root: Bytes,
  path: Bytes[],
): Promise<boolean> {
  if (index >= size) {
    return false;
  }
  let place = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) {
      return false;
    }
    if (place % 2 === 1 || place === last) {
      hash = await nodeHash(sibling, hash);
      while (place % 2 === 0 && place !== 0) {
        place = half(place);
        last = half(last);
      }
    } else {
      hash = await nodeHash(hash, sibling);
    }
    place = half(place);
    last = half(last);
  }
  return last === 0 && equal(hash, root);
}

/** Whether the later tree begins with the earlier one, RFC 9162, 2.1.4.2. */
export async function continues(from: Tree, to: Tree, proof: Bytes[]): Promise<boolean> {
  if (from.size === 0 || from.size === to.size) {
    return proof.length === 0 && (from.size === 0 || equal(from.root, to.root));
  }
  if (from.size > to.size) {
    return false;
  }
  const isPower = Number.isInteger(Math.log2(from.size));
  const path = isPower ? [from.root, ...proof] : proof;
  let place = from.size - 1;
  let last = to.size - 1;
  while (place % 2 === 1) {
    place = half(place);
    last = half(last);
  }
  const first = path[0];
  if (!first) {
    return false;
  }
  let before = first;
  let after = first;
  for (const hash of path.slice(1)) {
    if (last === 0) {
      return false;
    }
    if (place % 2 === 1 || place === last) {
      before = await nodeHash(hash, before);
      after = await nodeHash(hash, after);
      while (place % 2 === 0 && place !== 0) {
        place = half(place);
        last = half(last);
      }
    } else {
      after = await nodeHash(after, hash);
    }
    place = half(place);
    last = half(last);
  }
  return last === 0 && equal(before, from.root) && equal(after, to.root);
}

export interface Tree {
  size: number;
  root: Bytes;
}

const half = (number: number) => Math.floor(number / 2);
