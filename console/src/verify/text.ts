import { joined, type Bytes } from './bytes';

const newline = 0x0a;
const longest = 64 * 1024 * 1024;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A file as text, whole lines at a time; the last may have no end. Whatever stands in lines before one that is not UTF-8 is given
 * first, so that whoever counts knows which it is.
 */
export async function* textOf(file: ReadableStream<Bytes>): AsyncGenerator<string> {
  const reader = file.getReader();
  let waiting: Bytes[] = [];
  let length = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const end = chunk.value.lastIndexOf(newline) + 1;
    if (end > 0) {
      yield* decoded(joined(...waiting, chunk.value.subarray(0, end)));
      waiting = [];
      length = 0;
    }
    waiting.push(chunk.value.subarray(end));
    length += chunk.value.length - end;
    if (length > longest) {
      throw new Error(`longer than ${longest} bytes`);
    }
  }
  yield* decoded(joined(...waiting));
}

function* decoded(bytes: Bytes): Generator<string> {
  const text = attempt(bytes);
  if (text !== null) {
    yield text;
    return;
  }
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(newline, start) + 1 || bytes.length;
    const line = attempt(bytes.subarray(start, end));
    if (line === null) {
      throw new Error('it is not UTF-8');
    }
    yield line;
    start = end;
  }
}

function attempt(bytes: Bytes): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
