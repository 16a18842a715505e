import { readKept } from './kept';
import { readKey, type VerifierKey } from './note';
import { readProof, verifyProof } from './proof';
import { Unreadable } from './unreadable';
import { verifyExport, type Report } from './verify-export';

const files = import.meta.glob<string>('./samples/*', { eager: true, query: '?raw', import: 'default' });
const sample = (name: string) => files[`./samples/${name}`] ?? '';
const keys = () => Promise.all(sample('keys.txt').trim().split('\n').map(readKey));

describe('the check in the browser', () => {
  it.each(['whole.jsonl', 'partial.jsonl', 'withheld.jsonl'])('proves %s by the key', async (name) => {
    const report = await verify(sample(name), await keys());
    expect(report.refusals).toEqual([]);
    expect(report.verdict).toBe('proven');
    expect(report.entries).toBeGreaterThan(10);
  });

  it('sees that the log goes on from what was kept, through new keys, erasures and drops', async () => {
    const kept = await readKept(sample('kept.txt'), await keys());
    for (const name of ['whole.jsonl', 'partial.jsonl']) {
      const report = await verifyExport(lines(sample(name)), { keys: [], kept });
      expect(report.refusals).toEqual([]);
      expect(report.verdict).toBe('proven');
      expect(report.erased.size + report.dropped.size).toBeGreaterThan(0);
    }
  });

  it('says so when no key was brought', async () => {
    expect((await verify(sample('whole.jsonl'), [])).verdict).toBe('consistent');
  });

  it('refuses each changed character of entries and their proof, and names the entry', async () => {
    const text = sample('partial.jsonl');
    const trusted = await keys();
    const entries = text.lastIndexOf('\n{"checkpoint"');
    for (let at = text.indexOf('\n') + 1; at < entries; at += 211) {
      if (text[at] !== '\n') {
        const flipped = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
        const report = await verify(flipped, trusted);
        expect([at, report.verdict]).toEqual([at, 'refused']);
        expect(report.refusals[0]?.line).toBeGreaterThan(0);
      }
    }
  });

  it.each([
    ['a line is taken out', (all: string[]) => all.toSpliced(5, 1)],
    ['a line stands twice', (all: string[]) => all.toSpliced(5, 0, all[5] ?? '')],
    ['two lines are swapped', (all: string[]) => all.toSpliced(5, 2, all[6] ?? '', all[5] ?? '')],
    ['the end is cut off', (all: string[]) => all.slice(0, -1)],
  ])('refuses when %s', async (_, change) => {
    const all = sample('whole.jsonl').trimEnd().split('\n');
    const report = await verify(`${change(all).join('\n')}\n`, await keys());
    expect(report.verdict).toBe('refused');
  });

  it('refuses a checkpoint that somebody else signed', async () => {
    const report = await verify(sample('whole.jsonl').replace(/— (\S+) ..../, '— $1 AAAA'), await keys());
    expect(report.verdict).toBe('refused');
  });

  it('does not take one type of signature for the other that is trusted, too', async () => {
    const [ed25519] = (await keys()).filter(({ type }) => type === 1);
    const stranger = await readKey(await mlDsaKey(ed25519?.name ?? ''));
    const report = await verify(sample('whole.jsonl'), [ed25519!, stranger]);
    expect(report.verdict).toBe('refused');
    expect(report.refusals[0]?.what).toMatch(/lacks a signature/);
  });

  it('proves a single entry, and nothing that was changed in it', async () => {
    const proof = sample('entry.tlog-proof');
    expect((await verifyProof(readProof(proof), await keys())).index).toBe(3);
    const moved = readProof(proof.replace('index 3', 'index 4'));
    await expect(verifyProof(moved, await keys())).rejects.toThrow(/root/);
    await expect(verifyProof(readProof(proof), [])).rejects.toThrow(/both signatures/);
    expect(() => readProof('c2sp.org/tlog-proof@v1\n\n')).toThrow(Unreadable);
  });
});

function verify(text: string, trusted: VerifierKey[]): Promise<Report> {
  return verifyExport(lines(text), { keys: trusted, kept: null });
}

/** Of a pair that signed nothing. */
async function mlDsaKey(name: string): Promise<string> {
  const material = Uint8Array.of(6, ...new Uint8Array(1312).fill(7));
  const named = Uint8Array.of(...new TextEncoder().encode(`${name}\n`), ...material);
  const id = new Uint8Array(await crypto.subtle.digest('SHA-256', named)).slice(0, 4);
  const digits = [...id].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${name}+${digits}+${btoa(String.fromCharCode(...material))}`;
}

async function* lines(text: string): AsyncGenerator<string> {
  yield* text.slice(0, -1).split('\n');
}
