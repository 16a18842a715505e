import { utf8, type Bytes } from './bytes';
import { Unreadable } from './unreadable';

const linesName = 'ledger.jsonl';
const tableName = 'ledger.csv';

const endLength = 22;
const directoryLength = 46;
const localLength = 30;
const descriptorLength = 16;
/** Two names, with what ZIP64 adds to them. */
const largestDirectory = 4096;
/** Says that the true number stands in a field of ZIP64. */
const zip64 = 0xffffffff;
const deflated = 8;
/** Sizes follow the content. */
const streamed = 1 << 3;
const utf8Names = 1 << 11;
/** Lines full of random hashes compress to a third; nothing honest comes near. */
const largestRatio = 100;
const alwaysFine = 64 * 1024 * 1024;

/** An export as a table: what people read, and the lines that prove it. */
export interface ExportZip {
  lines: ReadableStream<Bytes>;
  table: ReadableStream<Bytes>;
}

/** As the directory tells of a file. */
interface Entry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  compressed: number;
  size: number;
  header: number;
}

export async function isZip(file: Blob): Promise<boolean> {
  return file.size >= 4 && (await view(file, 0, 4)).getUint32(0, true) === 0x04034b50;
}

/** Some programs that download pack what they keep. */
export async function isGzip(file: Blob): Promise<boolean> {
  return file.size >= 2 && (await view(file, 0, 2)).getUint16(0) === 0x1f8b;
}

/**
 * Opens the ZIP. Its two files must fill it from its first byte to its directory, and what is said of each must be the same
 * before it and in the directory: otherwise another program would find something else than what is proven.
 */
export async function openZip(file: Blob): Promise<ExportZip> {
  const { entries, at } = await directoryOf(file);
  let next = 0;
  for (const entry of entries) {
    next = await endOf(file, entry, next);
  }
  if (next !== at) {
    throw new Unreadable('the ZIP has something in it that belongs to none of its files');
  }
  const [lines, table] = [linesName, tableName].map((wanted) => entries.find(({ name }) => name === wanted));
  if (entries.length !== 2 || !lines || !table) {
    throw new Unreadable(`the ZIP must have ${linesName} and ${tableName} and nothing else`);
  }
  return { lines: content(file, lines), table: content(file, table) };
}

async function directoryOf(file: Blob): Promise<{ entries: Entry[]; at: number }> {
  const end = await view(file, file.size - endLength, endLength);
  const [count, size, at] = [end.getUint16(10, true), end.getUint32(12, true), end.getUint32(16, true)];
  if (at === zip64) {
    throw new Unreadable('the ZIP is larger than this page reads: verify it with gatehouse-verifier.jar');
  }
  const isWhole = end.getUint32(0, true) === 0x06054b50 && end.getUint32(4, true) === 0;
  const isLast = at + size === file.size - endLength && end.getUint16(20, true) === 0;
  if (!isWhole || !isLast || size > largestDirectory || end.getUint16(8, true) !== count) {
    throw broken();
  }
  return { entries: entriesOf(await view(file, at, size), count), at };
}

function entriesOf(directory: DataView<ArrayBuffer>, count: number): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  while (entries.length < count && at + directoryLength <= directory.byteLength) {
    const nameLength = directory.getUint16(at + 28, true);
    const next = at + directoryLength + nameLength;
    // More fields, a remark, another disk: the server writes none of them.
    const isPlain = directory.getUint32(at + 30, true) === 0 && directory.getUint16(at + 34, true) === 0;
    if (directory.getUint32(at, true) !== 0x02014b50 || !isPlain || next > directory.byteLength) {
      throw broken();
    }
    entries.push(entryAt(directory, at, nameLength));
    at = next;
  }
  if (entries.length !== count || at !== directory.byteLength) {
    throw broken();
  }
  return entries;
}

function entryAt(directory: DataView<ArrayBuffer>, at: number, nameLength: number): Entry {
  return {
    name: new TextDecoder().decode(new Uint8Array(directory.buffer, at + directoryLength, nameLength)),
    flags: directory.getUint16(at + 8, true),
    method: directory.getUint16(at + 10, true),
    crc: directory.getUint32(at + 16, true),
    compressed: directory.getUint32(at + 20, true),
    size: directory.getUint32(at + 24, true),
    header: directory.getUint32(at + 42, true),
  };
}

/** Compares what stands before and after a file's content with the directory; gives where the next must begin. */
async function endOf(file: Blob, entry: Entry, begin: number): Promise<number> {
  const { name, flags, method, compressed } = entry;
  const isStreamed = (flags & streamed) !== 0;
  const length = utf8(name).length;
  const local = await view(file, begin, localLength + length);
  const own = new TextDecoder().decode(new Uint8Array(local.buffer, localLength, length));
  const isSame =
    entry.header === begin &&
    local.getUint32(0, true) === 0x04034b50 &&
    local.getUint16(6, true) === flags &&
    local.getUint16(8, true) === method &&
    saysSizes(local, 14, isStreamed ? { crc: 0, compressed: 0, size: 0 } : entry) &&
    local.getUint16(26, true) === length &&
    local.getUint16(28, true) === 0 &&
    own === name;
  const end = begin + localLength + length + compressed;
  const after = isStreamed ? await view(file, end, descriptorLength) : null;
  const isDescribed = !after || (after.getUint32(0, true) === 0x08074b50 && saysSizes(after, 4, entry));
  if (!isSame || !isDescribed || method !== deflated || (flags & ~(streamed | utf8Names)) !== 0) {
    throw new Unreadable(
      `the ZIP does not say of ${name} the same as its directory, or in a way that the server does not use`,
    );
  }
  return end + (after ? descriptorLength : 0);
}

function saysSizes(
  view: DataView,
  at: number,
  { crc, compressed, size }: Pick<Entry, 'crc' | 'compressed' | 'size'>,
) {
  return (
    view.getUint32(at, true) === crc &&
    view.getUint32(at + 4, true) === compressed &&
    view.getUint32(at + 8, true) === size
  );
}

function content(file: Blob, { name, compressed, size, header }: Entry): ReadableStream<Bytes> {
  const from = header + localLength + utf8(name).length;
  return inflated(
    file.slice(from, from + compressed).stream() as ReadableStream<Bytes>,
    name,
    compressed,
    size,
  );
}

/**
 * Ends what inflates to more than any honest content, and tells where it breaks off. That nothing stands behind the packed
 * content browsers see to: a DecompressionStream refuses it.
 */
function inflated(
  packed: ReadableStream<Bytes>,
  name: string,
  compressed: number,
  size: number,
): ReadableStream<Bytes> {
  const most = compressed * largestRatio + alwaysFine;
  const reader = packed.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let taken = 0;
  return new ReadableStream({
    async pull(out) {
      const { done, value } = await reader.read().catch(() => {
        throw new Unreadable(`${name} in the ZIP is broken after ${taken} bytes`);
      });
      taken += value?.length ?? 0;
      if (taken > most) {
        throw new Unreadable(`${name} inflates to more than ${largestRatio} times its size`);
      }
      if (done && taken !== size) {
        throw new Unreadable(`${name} in the ZIP is not as long as its directory says`);
      }
      if (done) {
        out.close();
      } else {
        out.enqueue(value);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

async function view(file: Blob, from: number, length: number): Promise<DataView<ArrayBuffer>> {
  const bytes = from < 0 ? new ArrayBuffer() : await file.slice(from, from + length).arrayBuffer();
  if (bytes.byteLength < length) {
    throw broken();
  }
  return new DataView(bytes);
}

function broken(): Unreadable {
  return new Unreadable('the ZIP is broken, or was cut off, or something was put to its end or before it');
}
