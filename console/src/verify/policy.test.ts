import { readCheckpoint } from './note';
import { mustBeWitnessed, readTrust } from './policy';

const files = import.meta.glob<string>('./samples/*', { eager: true, query: '?raw', import: 'default' });
const sample = (name: string) => files[`./samples/${name}`] ?? '';
const [logKey = '', own = ''] = sample('keys.txt').trim().split('\n');
/** A witness that signed nothing here. */
const stranger = 'witness.example.com/w1+833da816+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f';

const proof = sample('entry.tlog-proof');
const checkpoint = readCheckpoint(proof.slice(proof.indexOf('\n\n') + 2));
/** The log cosigns itself, so it can stand in for a witness that signed. */
const witnesses = (quorum: string) => `log ${logKey}\nwitness a ${own}\nwitness b ${stranger}\n${quorum}`;

describe('a policy', () => {
  it.each(['group g any a b\nquorum g', 'quorum a', 'group g 1 a b\nquorum g', 'quorum none'])(
    'is met by "%s"',
    async (quorum) => {
      const { keys, policy } = await readTrust(witnesses(quorum));
      expect(keys).toHaveLength(1);
      await expect(mustBeWitnessed(checkpoint, policy)).resolves.toBeUndefined();
    },
  );

  it.each(['group g all a b\nquorum g', 'group g 2 a b\nquorum g', 'quorum b'])(
    'is not met by "%s", and names who is missing',
    async (quorum) => {
      const { policy } = await readTrust(witnesses(quorum));
      await expect(mustBeWitnessed(checkpoint, policy)).rejects.toThrow(/not signed have b$/);
    },
  );

  it.each([
    '',
    'quorum c',
    'group g 3 a b\nquorum g',
    'group g any a a\nquorum g',
    'group a any b\nquorum a',
    'quorum a\nquorum b',
    'quorum a b',
    'demand a',
    `witness c ${own}\nquorum a`,
    `witness c ${logKey}\nquorum a`,
  ])('is refused with "%s"', async (quorum) => {
    await expect(readTrust(witnesses(quorum))).rejects.toThrow();
  });

  it('is none where keys alone were brought', async () => {
    expect(await readTrust(`# from the contract\n${logKey}\n${own}\n`)).toMatchObject({ policy: null });
  });
});
