import { Blob } from 'node:buffer';
import { rowsOf } from './csv';
import { linesOf } from './lines';
import { readKey } from './note';
import { zip } from './samples/zip-file';
import { TableCheck } from './table';
import { verifyExport, type Report } from './verify-export';
import { isZip, openZip } from './zip';

const files = import.meta.glob<string>('./samples/table/*', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const sample = (name: string) => files[`./samples/table/${name}`] ?? '';
const jsonl = sample('ledger.jsonl');
const csv = sample('ledger.csv').replaceAll(/\r?\n/g, '\n');

describe('the check of an export as a table', () => {
  it('proves the lines, and each row by the line beside it', async () => {
    expect(csv).toMatch(/\(dropped\)/);
    expect(csv).toMatch(/\(erased\)/);
    const report = await verify(zip({ 'ledger.csv': csv, 'ledger.jsonl': jsonl }));
    expect(report.refusals).toEqual([]);
    expect(report.verdict).toBe('proven');
  });

  it('refuses a changed character of any row, and names the entry', async () => {
    const first = csv.indexOf('\n') + 1;
    for (let at = first; at < csv.length; at += 397) {
      if (!'\r\n",'.includes(csv[at] ?? '')) {
        const forged = csv.slice(0, at) + (csv[at] === 'A' ? 'B' : 'A') + csv.slice(at + 1);
        const report = await verify(zip({ 'ledger.csv': forged, 'ledger.jsonl': jsonl }));
        expect([at, report.verdict]).toEqual([at, 'refused']);
        expect(report.refusals[0]?.what).toMatch(/^ledger\.csv: row \d+ does not say in column/);
        expect(report.refusals[0]?.index).not.toBeNull();
      }
    }
  });

  it.each([
    ['another first row', csv.replace('recorded_at', 'recorded'), /first row must be/],
    ['a row too few', `${csv.trimEnd().split('\n').slice(0, -1).join('\n')}\n`, /is missing/],
    ['a row too many', `${csv}${csv.slice(csv.trimEnd().lastIndexOf('\n') + 1)}`, /one too many/],
    ['a row without an end', csv.trimEnd(), /no end/],
    ['a cell too many', csv.replace(/\n$/, ',"x"\n'), /after the last/],
  ])('refuses %s', async (_, table, what) => {
    const report = await verify(zip({ 'ledger.csv': table, 'ledger.jsonl': jsonl }));
    expect(report.verdict).toBe('refused');
    expect(report.refusals[0]?.what).toMatch(what);
  });

  it.each([
    ['another file in it', zip({ 'ledger.csv': csv, 'ledger.jsonl': jsonl, 'more.txt': 'x' })],
    ['one file only', zip({ 'ledger.jsonl': jsonl })],
    ['its end cut off', zip({ 'ledger.csv': csv, 'ledger.jsonl': jsonl }).slice(0, -1)],
    ['nothing but its beginning', zip({ 'ledger.csv': csv, 'ledger.jsonl': jsonl }).slice(0, 40)],
  ])('refuses a ZIP with %s', async (_, file) => {
    await expect(verify(file)).rejects.toThrow(/^the (ZIP|file) /);
  });

  it('says where the content of a ZIP breaks off', async () => {
    const whole = new Uint8Array(await zip({ 'ledger.csv': csv, 'ledger.jsonl': jsonl }).arrayBuffer());
    await expect(verify(new Blob([whole.slice().fill(0xff, 540, 640)]))).rejects.toThrow(
      /^ledger\.csv in the ZIP is (broken after|not as long)/,
    );
    // The first block is of a kind that there is not.
    whole[30 + 'ledger.csv'.length] = 0x07;
    await expect(verify(new Blob([whole]))).rejects.toThrow('ledger.csv in the ZIP is broken after 0 bytes');
  });

  it('does not inflate a bomb', async () => {
    const bomb = zip({ 'ledger.csv': csv, 'ledger.jsonl': `${jsonl}${'{}\n'.repeat(30_000_000)}` });
    const report = await verify(bomb);
    expect(report.verdict).toBe('refused');
    expect(report.refusals.at(-1)?.what).toMatch(/more follows|inflates to more/);
  });
});

async function verify(file: Blob): Promise<Report> {
  const chosen = file as unknown as globalThis.Blob;
  expect(await isZip(chosen)).toBe(true);
  const { lines, table } = await openZip(chosen);
  const keys = await Promise.all(sample('keys.txt').trim().split('\n').map(readKey));
  return verifyExport(linesOf(lines), { keys, kept: null }, new TableCheck(rowsOf(table)));
}
