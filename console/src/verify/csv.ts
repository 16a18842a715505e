import type { Bytes } from './bytes';
import { textOf } from './text';

const longestRow = 64 * 1024 * 1024;
/** An export's table has fewer columns. */
const mostCells = 100;

/** A cell and what ends it: a quoted one may have anything in it, quotation marks twice. */
const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n)/y;

/** Reads CSV as RFC 4180 has it, row by row. */
export async function* rowsOf(file: ReadableStream<Bytes>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const text of textOf(file)) {
    rest += text;
    const { rows, read } = completeRows(rest);
    yield* rows;
    rest = rest.slice(read);
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
