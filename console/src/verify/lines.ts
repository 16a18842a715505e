const longest = 64 * 1024 * 1024;

/** The lines of a file as text, without their ends; the last must have one. */
export async function* linesOf(file: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = file
    .pipeThrough(new TextDecoderStream('utf-8', { fatal: true, ignoreBOM: true }))
    .getReader();
  let rest = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const lines = (rest + chunk.value).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longest) {
      throw new Error('a line is too long');
    }
    yield* lines;
  }
  if (rest) {
    throw new Error('the last line has no end: the file was cut off');
  }
}
