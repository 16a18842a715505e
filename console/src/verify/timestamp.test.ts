import { readFileSync } from 'node:fs';
import type { Bytes } from './bytes';
import { checkTimestamp, readAnchors } from './timestamp';

// The same tokens, made by OpenSSL, that the verifier's own tests read.
const file = (name: string): Bytes =>
  new Uint8Array(readFileSync(`../verifier/src/test/resources/timestamp/${name}`));
const text = new TextDecoder().decode(file('text'));
const anchors = (name: string) => readAnchors(new TextDecoder().decode(file(name)));

const view = (bytes: BufferSource) => new Uint8Array(bytes as ArrayBuffer);

// Node's WebCrypto takes no buffer of the window that jsdom makes, but views of it.
beforeEach(() => {
  const verify = crypto.subtle.verify.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'verify').mockImplementation((algorithm, key, signature, data) =>
    verify(algorithm, key, view(signature), view(data)),
  );
});

describe('the check of time stamps in the browser', () => {
  it.each(['rsa', 'ec'])('trusts a token by the root of its authority, %s', async (algorithm) => {
    const token = file(`${algorithm}.token`);
    const timestamp = await checkTimestamp(token, text, await anchors('root.pem'));
    expect(timestamp).toMatchObject({ authority: `Test TSA ${algorithm}`, known: true });
    expect((await checkTimestamp(token, text, [])).known).toBe(false);
    expect((await checkTimestamp(token, text, await anchors('other.pem'))).known).toBe(false);
  });

  it('refuses a token over something else', async () => {
    await expect(checkTimestamp(file('rsa.token'), 'other\n', [])).rejects.toThrow('something else');
    await expect(checkTimestamp(file('sha512.token'), text, [])).rejects.toThrow('another hash');
  });

  it('refuses a changed byte, or trusts it no more, or it says the same', async () => {
    const known = await anchors('root.pem');
    const token = file('ec.token');
    const honest = await checkTimestamp(token, text, known);
    for (let at = 0; at < token.length; at++) {
      const changed = token.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const told = await checkTimestamp(changed, text, known).catch(() => null);
      expect([at, !told?.known || JSON.stringify(told) === JSON.stringify(honest)]).toEqual([at, true]);
    }
  });

  it('refuses tokens that are cut off and nonsense', async () => {
    const token = file('rsa.token');
    for (let length = 0; length < token.length; length += 97) {
      await expect(checkTimestamp(token.slice(0, length), text, [])).rejects.toThrow('a time stamp');
    }
    await expect(readAnchors('nonsense')).rejects.toThrow('PEM');
  });
});
