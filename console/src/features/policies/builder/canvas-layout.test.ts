import type { ApprovalPolicy, PolicyStage } from '@/api/types';
import { newGroup } from '../edits';
import { columnsOf, joinsOf, layoutOf } from './canvas-layout';

const stage = (id: string, ...after: string[]): PolicyStage => ({
  id,
  name: id,
  after,
  when: null,
  requirement: newGroup('Group'),
  veto: 'ENDS',
  keeps: [],
  escalations: [],
});
const path = (...stages: PolicyStage[]): ApprovalPolicy['otherwise'] => ({
  stages,
  separation: ['REQUESTER'],
  expiry: 'P30D',
  freshness: 'P7D',
  emergency: { roles: ['TEAM_LEAD'], review: newGroup('Reviewers'), deadline: 'P1D' },
});
const policy: ApprovalPolicy = {
  name: 'Policy',
  routes: [
    {
      name: 'Route',
      when: 'true',
      path: path(stage('a'), stage('b', 'a'), stage('c', 'a'), stage('d', 'b', 'c')),
    },
  ],
  otherwise: path(stage('a')),
};

describe('the layout of the canvas', () => {
  it('puts what waits to the right of what it waits for, and what is parallel below each other', () => {
    expect(columnsOf(policy.routes[0]!.path.stages).map((column) => column.map(({ id }) => id))).toEqual([
      ['a'],
      ['b', 'c'],
      ['d'],
    ]);
    const { cards, lines } = layoutOf(policy);
    lines.forEach(({ from, to, kind }) => {
      const [left, right] = [from, to].map((id) => cards.find((card) => card.id === id)!);
      expect(kind === 'else' ? right!.y > left!.y : right!.x > left!.x).toBe(true);
    });
  });

  it('lets no card lie on another, and is the same each time', () => {
    const { cards } = layoutOf(policy);
    cards.forEach((one, index) =>
      cards.slice(index + 1).forEach((other) => {
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart, `${one.id} ${other.id}`).toBe(true);
      }),
    );
    expect(layoutOf(policy)).toEqual(layoutOf(structuredClone(policy)));
  });

  it('ends in spite of a circle', () => {
    expect(columnsOf([stage('a', 'b'), stage('b', 'a')])).toHaveLength(1);
  });

  it('says how groups are joined', () => {
    const [a, b, c] = ['a', 'b', 'c'].map(newGroup);
    expect(joinsOf({ kind: 'ANY', of: [{ kind: 'ALL', of: [a!, b!] }, c!] })).toEqual([
      undefined,
      'ALL',
      'ANY',
    ]);
  });
});
