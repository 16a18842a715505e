import { differencesOf } from './differences';

describe('differencesOf', () => {
  it('names what was added, removed and changed, and what stayed', () => {
    expect(differencesOf({ name: 'a', old: 1, same: true }, { name: 'b', same: true, fresh: null })).toEqual([
      { path: 'name', kind: 'changed', before: 'a', after: 'b' },
      { path: 'old', kind: 'removed', before: 1 },
      { path: 'same', kind: 'equal', before: true, after: true },
      { path: 'fresh', kind: 'added', after: null },
    ]);
  });

  it('goes into nested objects', () => {
    expect(
      differencesOf({ scope: { kind: 'TAG', tag: { id: 1 } } }, { scope: { kind: 'TAG', tag: { id: 2 } } }),
    ).toContainEqual({
      path: 'scope.tag.id',
      kind: 'changed',
      before: 1,
      after: 2,
    });
  });

  it('takes the order of keys inside lists as no difference, the order of the list as one', () => {
    expect(differencesOf({ list: [{ a: 1, b: 2 }] }, { list: [{ b: 2, a: 1 }] })[0]?.kind).toBe('equal');
    expect(differencesOf({ list: [1, 2] }, { list: [2, 1] })[0]?.kind).toBe('changed');
  });

  it('shows a creation and a deletion as such', () => {
    expect(differencesOf(null, { a: 1 })).toEqual([{ path: 'a', kind: 'added', after: 1 }]);
    expect(differencesOf({ a: 1 }, null)).toEqual([{ path: 'a', kind: 'removed', before: 1 }]);
  });

  it('takes the hash of a secret value as one value', () => {
    expect(differencesOf({ owner: null }, { owner: { $commitment: 'ab12' } })).toEqual([
      { path: 'owner', kind: 'changed', before: null, after: { $commitment: 'ab12' } },
    ]);
  });
});
