import type { Bytes } from './bytes';
import { textOf } from './text';

/** The lines of a file as text, without their ends; the last must have one. */
export async function* linesOf(file: ReadableStream<Bytes>): AsyncGenerator<string> {
  for await (const text of textOf(file)) {
    const lines = text.split('\n');
    const rest = lines.pop();
    yield* lines;
    if (rest) {
      throw new Error('the line has no end: the file was cut off');
    }
  }
}
