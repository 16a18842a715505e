import { expect, test } from 'vitest';
import type { Team } from '@/api/types';
import { treeOf, withBelow } from './tree';

const team = (id: string, parentId: string | null): Team => ({
  id,
  name: id,
  parentId,
  leads: [],
  members: 0,
});
const teams = [team('b', 'a'), team('a', null), team('d', null), team('c', 'b')];

test('each team is followed by those below it', () => {
  expect(treeOf(teams).map(({ team: { id }, depth }) => `${id}${depth}`)).toEqual(['a0', 'b1', 'c2', 'd0']);
});

test('a team with all below it', () => {
  expect([...withBelow(teams, 'a')].sort()).toEqual(['a', 'b', 'c']);
});
