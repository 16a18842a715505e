import { Blob } from 'node:buffer';
import { zip } from './samples/zip-file';
import { openZip } from './zip';

const contents = { 'ledger.csv': 'index\n'.repeat(50), 'ledger.jsonl': '{}\n'.repeat(50) };
const hidden = Buffer.from('PK\x03\x04 something for another program');

/** ZIPs in which another program may find something else than what is proven; the jar's twin is ZipAttacksTest. */
describe('a ZIP', () => {
  it('as the server writes it is read', async () => {
    expect(await contentOf(zip(contents))).toEqual(Object.values(contents).toReversed());
  });

  it.each([
    ['before its files', zip(contents, { before: hidden })],
    ['between its files', zip(contents, { between: hidden })],
    ['after its directory', zip(contents, { after: hidden })],
    ['after its end', new Blob([zip(contents), hidden])],
    ['before its files, which the directory does not know', new Blob([hidden, zip(contents)])],
  ])('with something %s is not', async (_, file) => {
    await expect(contentOf(file)).rejects.toThrow(/ZIP/);
  });

  it('whose file is told in two ways is not', async () => {
    const whole = Buffer.from(await zip(contents).arrayBuffer());
    const [second, directory] = [whole.indexOf('PK\x03\x04', 4), whole.indexOf('PK\x01\x02')];
    const places = [
      ...[0, 6, 8, 14, 18, 22, 26, 28, 30, 39].map((at) => second + at),
      ...[0, 8, 10, 16, 20, 24, 28, 30, 32, 42, 46].map((at) => directory + at),
      ...Array.from({ length: 16 }, (_, at) => directory - 1 - at),
    ];
    for (const at of places) {
      const changed = Buffer.from(whole);
      changed[at]! ^= 1;
      await expect(contentOf(new Blob([changed])), `byte ${at}`).rejects.toThrow(/ZIP/);
    }
  });
});

async function contentOf(file: Blob): Promise<string[]> {
  const { lines, table } = await openZip(file as unknown as globalThis.Blob);
  return Promise.all([lines, table].map((stream) => new Response(stream).text()));
}
