import type { Bytes } from './bytes';

const linesName = 'ledger.jsonl';
const tableName = 'ledger.csv';

const endLength = 22;
const longestComment = 0xffff;
const directoryLength = 46;
const localLength = 30;
/** Two names, with what writers add to them. */
const largestDirectory = 4096;
/** Says that the true number stands in a field of ZIP64. */
const zip64 = 0xffffffff;
const stored = 0;
const deflated = 8;
/** Lines full of random hashes compress to a third; nothing honest comes near. */
const largestRatio = 100;
const alwaysFine = 64 * 1024 * 1024;

/** An export as a table: what people read, and the lines that prove it. */
export interface ExportZip {
  lines: ReadableStream<Bytes>;
  table: ReadableStream<Bytes>;
}

interface Entry {
  name: string;
  method: number;
  compressed: number;
  at: number;
}

export async function isZip(file: Blob): Promise<boolean> {
  return file.size >= 4 && (await view(file, 0, 4)).getUint32(0, true) === 0x04034b50;
}

/** Some programs that download pack what they keep. */
export async function isGzip(file: Blob): Promise<boolean> {
  return file.size >= 2 && (await view(file, 0, 2)).getUint16(0) === 0x1f8b;
}

/** Opens the ZIP by its directory at the end, as whoever opens the table does. Each stream is read as it is needed. */
export async function openZip(file: Blob): Promise<ExportZip> {
  const entries = await directoryOf(file);
  const [lines, table] = [linesName, tableName].map((wanted) => entries.find(({ name }) => name === wanted));
  if (entries.length !== 2 || !lines || !table) {
    throw new Error(`the ZIP must have ${linesName} and ${tableName} and nothing else`);
  }
  return { lines: await content(file, lines), table: await content(file, table) };
}

async function directoryOf(file: Blob): Promise<Entry[]> {
  const from = Math.max(0, file.size - endLength - longestComment);
  const tail = await view(file, from, file.size - from);
  let end = tail.byteLength - endLength;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) {
    end--;
  }
  if (end < 0 || end + endLength + tail.getUint16(end + 20, true) !== tail.byteLength) {
    throw new Error('the ZIP is broken, or was cut off');
  }
  const [count, size, at] = [
    tail.getUint16(end + 10, true),
    tail.getUint32(end + 12, true),
    tail.getUint32(end + 16, true),
  ];
  if (size > largestDirectory || at === zip64) {
    throw new Error('the ZIP is larger than this page reads: verify it with gatehouse-verifier.jar');
  }
  return entriesOf(await view(file, at, size), count);
}

function entriesOf(directory: DataView, count: number): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  while (entries.length < count && at + directoryLength <= directory.byteLength) {
    const nameLength = directory.getUint16(at + 28, true);
    const name = new Uint8Array(
      directory.buffer,
      at + directoryLength,
      Math.min(nameLength, directory.byteLength - at - directoryLength),
    );
    entries.push({
      name: new TextDecoder().decode(name),
      method: directory.getUint16(at + 10, true),
      compressed: directory.getUint32(at + 20, true),
      at: directory.getUint32(at + 42, true),
    });
    at +=
      directoryLength + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return entries;
}

async function content(file: Blob, { name, method, compressed, at }: Entry): Promise<ReadableStream<Bytes>> {
  const local = await view(file, at, localLength);
  const from = at + localLength + local.getUint16(26, true) + local.getUint16(28, true);
  if (local.getUint32(0, true) !== 0x04034b50 || from + compressed > file.size) {
    throw new Error(`the ZIP is broken at ${name}`);
  }
  const bytes = file.slice(from, from + compressed).stream() as ReadableStream<Bytes>;
  if (method === stored) {
    return bytes;
  }
  if (method !== deflated) {
    throw new Error(`${name} is packed in a way that the server does not use`);
  }
  return inflated(bytes, compressed * largestRatio + alwaysFine, name);
}

/** Ends what inflates to more than any honest content, and tells where it breaks off. */
function inflated(packed: ReadableStream<Bytes>, most: number, name: string): ReadableStream<Bytes> {
  const reader = packed.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let taken = 0;
  return new ReadableStream({
    async pull(out) {
      const { done, value } = await reader.read().catch(() => {
        throw new Error(`${name} in the ZIP is broken after ${taken} bytes`);
      });
      taken += value?.length ?? 0;
      if (taken > most) {
        throw new Error(`${name} inflates to more than ${largestRatio} times its size`);
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

async function view(file: Blob, from: number, length: number): Promise<DataView> {
  const bytes = await file.slice(from, from + length).arrayBuffer();
  if (bytes.byteLength < length) {
    throw new Error('the file was cut off');
  }
  return new DataView(bytes);
}
