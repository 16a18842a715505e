import { Blob } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { utf8 } from './bytes';
import { rowsOf } from './csv';
import { fileKind } from './file-kind';
import { linesOf } from './lines';
import { Unreadable } from './unreadable';
import { verifyExport } from './verify-export';
import { isGzip, isZip } from './zip';

const files = import.meta.glob<string>('./samples/whole.jsonl', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const lines = (files['./samples/whole.jsonl'] ?? '').trimEnd().split('\n');
const text = `${lines.join('\n')}\n`;
const longest = 64 * 1024 * 1024;

/** Files that a bad disk, a broken download or a mail program left: what is said names the line. */
describe('a broken file', () => {
  it('that was cut off within a line', async () => {
    const file = utf8(text.slice(0, lines.slice(0, 4).join('\n').length + 30));
    expect(await refusal(file)).toEqual([5, 'the line has no end: the file was cut off']);
  });

  it('that was cut off between lines', async () => {
    const file = utf8(`${lines.slice(0, -1).join('\n')}\n`);
    expect(await refusal(file)).toEqual([
      lines.length - 1,
      'the last line, with the checkpoint, is missing: the file was cut off',
    ]);
  });

  it('with a byte that is not UTF-8', async () => {
    const file = utf8(text);
    file[utf8(lines.slice(0, 6).join('\n')).length + 40] = 0xff;
    expect(await refusal(file)).toEqual([7, 'it is not UTF-8']);
    expect(await refusal(file, 1000)).toEqual([7, 'it is not UTF-8']);
  });

  it('with a line that does not end', async () => {
    const start = `${lines.slice(0, 2).join('\n')}\n`;
    const file = new Uint8Array(start.length + longest + 10).fill(0x78);
    file.set(utf8(start));
    expect(await refusal(file, 1 << 20)).toEqual([3, `longer than ${longest} bytes`]);
  });

  it('that is nothing of ours', async () => {
    for (const file of [
      utf8('hello\n'),
      new Uint8Array(gzipSync(text)),
      utf8(text.replaceAll('\n', '\r\n')),
    ]) {
      await expect(refusal(file)).rejects.toThrow(Unreadable);
    }
  });

  it.each([
    ['CRLF', text.replaceAll('\n', '\r\n'), /other ends of lines/],
    [
      'a checkpoint',
      'localhost/ledger/1\n189\n1ftvsLsyczS4G83ucOLJT9PeS6q7fliRO6Xhver5RFw=\n\n',
      /a checkpoint/,
    ],
    ['a consistency proof', 'old 10\n', /consistency/],
    ['keys', 'localhost/ledger/1+ea678e13+ARXEJkMFd3N72xSormXoNeC77njvRVXcOI5', /keys/],
    ['a policy', '# ours\nlog localhost/ledger/1+ea678e13+ARXE', /policy/],
    ['what was kept', 'gatehouse-verifier kept v1\n', /kept/],
  ])('that is %s is told as such', (_, file, what) => {
    expect(fileKind(file)).toMatch(what);
    expect(fileKind('hello\n')).toBeNull();
  });

  it('that is packed, cut off or not', async () => {
    const packed = gzipSync(text);
    for (const file of [packed, packed.subarray(0, 100)]) {
      expect(await isGzip(blob(file))).toBe(true);
      expect(await isZip(blob(file))).toBe(false);
    }
    expect(await isGzip(blob(Buffer.from('')))).toBe(false);
  });

  it('whose table has a byte that is not UTF-8', async () => {
    const rows = rowsOf(stream(new Uint8Array([...utf8('a,b\nc,d\n'), 0xff, ...utf8(',f\ng,h\n')]), 3));
    expect((await rows.next()).value).toEqual(['a', 'b']);
    expect((await rows.next()).value).toEqual(['c', 'd']);
    await expect(rows.next()).rejects.toThrow('it is not UTF-8');
  });
});

async function refusal(file: Uint8Array<ArrayBuffer>, chunk = file.length): Promise<[number, string]> {
  const report = await verifyExport(linesOf(stream(file, chunk)), { keys: [], kept: null });
  expect(report.verdict).toBe('refused');
  const { line = 0, what = '' } = report.refusals[0] ?? {};
  return [line, what];
}

function stream(bytes: Uint8Array<ArrayBuffer>, chunk: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(out) {
      if (at >= bytes.length) {
        out.close();
      } else {
        out.enqueue(bytes.subarray(at, (at += chunk)));
      }
    },
  });
}

function blob(bytes: Uint8Array): globalThis.Blob {
  return new Blob([bytes]) as unknown as globalThis.Blob;
}
