import { equal, fromBase64, joined, sha256, toHex, utf8, type Bytes } from './bytes';
import { hash } from './fields';
import type { Tree } from './merkle';

/** Kinds of signatures: by a log over the text, by a witness with a time, by either with a time. */
export const ed25519 = 1;
export const witnessEd25519 = 4;
export const mlDsa44 = 6;

const keyLengths: Record<number, number> = { [ed25519]: 32, [witnessEd25519]: 32, [mlDsa44]: 1312 };

/** Who may have signed. */
export interface VerifierKey {
  text: string;
  name: string;
  id: Bytes;
  type: number;
  key: Bytes;
}

/** What a log's tree was at one size. */
export interface Checkpoint extends Tree {
  whole: string;
  text: string;
  origin: string;
  signatures: Signature[];
}

interface Signature {
  name: string;
  id: Bytes;
  bytes: Bytes;
}

/** Reads `<name>+<id>+<Base64 of type and key>`. */
export async function readKey(text: string): Promise<VerifierKey> {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/.exec(text);
  if (!match) {
    throw new Error('a verifier key must be <name>+<8 hexadecimal digits>+<Base64>');
  }
  const [, name = '', id = '', encoded = ''] = match;
  const bytes = fromBase64(encoded);
  const type = bytes[0] ?? 0;
  if (bytes.length - 1 !== keyLengths[type]) {
    throw new Error(`the key of ${name} is of a kind that is not understood`);
  }
  const expected = (await sha256(utf8(`${name}\n`), bytes)).slice(0, 4);
  if (toHex(expected) !== id) {
    throw new Error(`the id of the key of ${name} does not fit the key`);
  }
  return { text, name, id: expected, type, key: bytes.slice(1) };
}

/** Reads a signed note; signatures are not checked yet. */
export function readCheckpoint(whole: string): Checkpoint {
  const end = whole.lastIndexOf('\n\n');
  const text = whole.slice(0, end + 1);
  const lines = text.split('\n');
  const [origin = '', size = '', root = ''] = lines;
  if (
    end < 0 ||
    lines.length !== 4 ||
    !origin ||
    !/^(0|[1-9]\d{0,15})$/.test(size) ||
    !whole.endsWith('\n')
  ) {
    throw new Error('a checkpoint must be the three lines origin, size, root, and signatures');
  }
  const signatures = whole
    .slice(end + 2, -1)
    .split('\n')
    .map(readSignature);
  return { whole, text, origin, size: Number(size), root: hash(root), signatures };
}

/**
 * Time in seconds of the key's signature under the checkpoint, 0 if its kind has none; undefined if there is no signature
 * of the key.
 *
 * @throws if there is one that does not hold
 */
export async function signedBy(checkpoint: Checkpoint, key: VerifierKey): Promise<number | undefined> {
  let signed: number | undefined;
  for (const signature of checkpoint.signatures) {
    if (signature.name === key.name && equal(signature.id, key.id)) {
      signed = await check(checkpoint, key, signature.bytes);
    }
  }
  return signed;
}

function readSignature(line: string): Signature {
  const match = /^— (\S+) (\S+)$/.exec(line);
  const bytes = match?.[2] ? fromBase64(match[2]) : new Uint8Array();
  if (!match?.[1] || bytes.length <= 4) {
    throw new Error('a signature must be "— <name> <Base64>"');
  }
  return { name: match[1], id: bytes.slice(0, 4), bytes: bytes.slice(4) };
}

async function check(checkpoint: Checkpoint, key: VerifierKey, bytes: Bytes): Promise<number> {
  const timed = key.type !== ed25519;
  const time =
    timed && bytes.length > 8 ? Number(new DataView(bytes.buffer).getBigUint64(bytes.byteOffset)) : 0;
  const signature = timed ? bytes.slice(8) : bytes;
  const message = messageOf(checkpoint, key, time);
  const holds =
    Number.isSafeInteger(time) &&
    (key.type === mlDsa44
      ? await mlDsaHolds(key.key, message, signature)
      : await ed25519Holds(key.key, message, signature));
  if (!holds) {
    throw new Error(`the signature of ${key.name} under the checkpoint does not hold`);
  }
  return time;
}

function messageOf(checkpoint: Checkpoint, key: VerifierKey, time: number): Bytes {
  switch (key.type) {
    case ed25519:
      return utf8(checkpoint.text);
    case witnessEd25519:
      return utf8(`cosignature/v1\ntime ${time}\n${checkpoint.text}`);
    default:
      return joined(
        utf8('subtree/v1\n\0'),
        prefixed(key.name),
        long(time),
        prefixed(checkpoint.origin),
        long(0),
        long(checkpoint.size),
        checkpoint.root,
      );
  }
}

function prefixed(text: string): Bytes {
  const bytes = utf8(text);
  return joined(new Uint8Array([bytes.length]), bytes);
}

function long(number: number): Bytes {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number));
  return bytes;
}

async function ed25519Holds(raw: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, signature, message);
}

/** Browsers do not have ML-DSA yet; the library is loaded when it is needed first, or when a page says so. */
export const loadMlDsa = () => import('@noble/post-quantum/ml-dsa.js');

async function mlDsaHolds(key: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  const { ml_dsa44 } = await loadMlDsa();
  try {
    return ml_dsa44.verify(signature, message, key);
  } catch {
    return false;
  }
}
