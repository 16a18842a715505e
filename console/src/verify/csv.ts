const longestRow = 64 * 1024 * 1024;
/** An export's table has fewer columns. */
const mostCells = 100;

/** A cell and what ends it: a quoted one may have anything in it, quotation marks twice. */
const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n)/y;

/** Reads CSV as RFC 4180 has it, row by row. */
export async function* rowsOf(file: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string[]> {
  const reader = file
    .pipeThrough(new TextDecoderStream('utf-8', { fatal: true, ignoreBOM: true }))
    .getReader();
  let rest = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    rest += chunk.value;
    // Looked at once there may be a row in it: a long one is not read again with each chunk.
    const rows = chunk.value.includes('\n') ? completeRows(rest) : { rows: [], read: 0 };
    yield* rows.rows;
    rest = rest.slice(rows.read);
    if (rest.length > longestRow) {
      throw new Error('a row is too long');
    }
  }
  if (rest) {
    throw new Error('the last row has no end, or a quotation mark stands in the wrong place');
  }
}

function completeRows(text: string): { rows: string[][]; read: number } {
  const rows: string[][] = [];
  let read = 0;
  let row: string[] = [];
  cell.lastIndex = 0;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [, quoted, plain = '', end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (row.length > mostCells) {
      throw new Error(`a row has more than ${mostCells} cells`);
    }
    if (end !== ',') {
      rows.push(row);
      row = [];
      read = match.index + match[0].length;
    }
  }
  return { rows, read };
}
