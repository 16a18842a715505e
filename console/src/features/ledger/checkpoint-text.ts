interface CheckpointText {
  origin: string;
  size: number;
  root: string;
  /** ISO time, as the log's own cosignature says; null when it bears none. */
  sealedAt: string | null;
}

/** Reads a checkpoint to show it; whoever wants to know whether it holds verifies it. */
export function readCheckpoint(note: string): CheckpointText {
  const [origin = '', size = '', root = ''] = note.split('\n');
  return { origin, size: Number(size), root, sealedAt: sealedAt(note, origin) };
}

/** Reads a verifier key to show it. */
export function readKey(key: string): { id: string; type: number } {
  const id = /\+([0-9a-f]{8})\+/.exec(key)?.[1] ?? '';
  return { id, type: bytesOf(key.slice(key.lastIndexOf(`+${id}+`) + id.length + 2))[0] ?? 0 };
}

/** A cosignature is the key's id, eight bytes of time in seconds, and the signature. */
function sealedAt(note: string, origin: string): string | null {
  const plain = 4 + 64;
  const times = note
    .split('\n')
    .filter((line) => line.startsWith(`— ${origin} `))
    .map((line) => bytesOf(line.slice(line.lastIndexOf(' ') + 1)))
    .filter((signature) => signature.length > plain)
    .map((signature) => Number(new DataView(signature.buffer).getBigUint64(4)));
  return times.length > 0 ? new Date(Math.max(...times) * 1000).toISOString() : null;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
