import { Blob } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** What a forger may have put beside the files. */
interface Hidden {
  before?: Buffer;
  between?: Buffer;
  after?: Buffer;
}

/** A ZIP as the server writes it: sizes follow each file. */
export function zip(contents: Record<string, string>, hidden: Hidden = {}): Blob {
  const nothing = Buffer.alloc(0);
  const { before = nothing, between = nothing, after = nothing } = hidden;
  const parts: Buffer[] = [before];
  const directory: Buffer[] = [];
  let at = before.length;
  for (const [name, text] of Object.entries(contents)) {
    const packed = deflateRawSync(text);
    const sizes = [crc32(text), packed.length, Buffer.byteLength(text)] as const;
    const own = [local(name), packed, descriptor(sizes), between];
    directory.push(inDirectory(name, sizes, at));
    parts.push(...own);
    at += own.reduce((sum, { length }) => sum + length, 0);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  return new Blob([...parts, ...directory, after, end(directory.length, size, at)]);
}

type Sizes = readonly [crc: number, packed: number, whole: number];

function local(name: string): Buffer {
  const fields = record(30, [
    [0, 0x04034b50],
    [4, 20, 2],
    [6, 0x808, 2],
    [8, 8, 2],
    [26, name.length, 2],
  ]);
  return Buffer.concat([fields, Buffer.from(name)]);
}

function descriptor([crc, packed, whole]: Sizes): Buffer {
  return record(16, [
    [0, 0x08074b50],
    [4, crc],
    [8, packed],
    [12, whole],
  ]);
}

function inDirectory(name: string, [crc, packed, whole]: Sizes, at: number): Buffer {
  const fields = record(46, [
    [0, 0x02014b50],
    [8, 0x808, 2],
    [10, 8, 2],
    [16, crc],
    [20, packed],
    [24, whole],
    [28, name.length, 2],
    [42, at],
  ]);
  return Buffer.concat([fields, Buffer.from(name)]);
}

function end(count: number, size: number, at: number): Buffer {
  return record(22, [
    [0, 0x06054b50],
    [8, count, 2],
    [10, count, 2],
    [12, size],
    [16, at],
  ]);
}

function record(length: number, fields: [at: number, value: number, bytes?: number][]): Buffer {
  const bytes = Buffer.alloc(length);
  fields.forEach(([at, value, width = 4]) => bytes.writeUIntLE(value, at, width));
  return bytes;
}
