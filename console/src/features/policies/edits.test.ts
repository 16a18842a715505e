import type { ApprovalPolicy, PolicyStage } from '@/api/types';
import { completed, completionsAt } from './completion';
import { begin, isDirty, reduceDraft } from './draft-state';
import { amountOf, durationOf } from './duration';
import {
  addGroup,
  addStage,
  changePath,
  changeRequirement,
  mayWaitFor,
  newGroup,
  removeRequirement,
  removeStage,
} from './edits';
import { nearest, placeOf } from './place';

const stage = (id: string, ...after: string[]): PolicyStage => ({
  id,
  name: id,
  after,
  when: null,
  requirement: newGroup('Group'),
  veto: 'ENDS',
  keeps: [],
  escalations: [{ after: 'PT24H', step: { kind: 'ADD', to: 'Group', seats: [] } }],
});
const policy: ApprovalPolicy = {
  name: 'Policy',
  routes: [],
  otherwise: {
    stages: [stage('a'), stage('b', 'a'), stage('c', 'b')],
    separation: ['REQUESTER'],
    expiry: 'PT720H',
    freshness: 'P7D',
    emergency: null,
  },
};
const at = { route: null, stage: 'b' };

describe('edits of a policy', () => {
  it('closes the gap that a removed stage leaves', () => {
    expect(removeStage(policy.otherwise, 'b').stages.map(({ after }) => after)).toEqual([[], ['a']]);
  });

  it('adds a stage after those that nothing waits for', () => {
    expect(addStage(policy.otherwise, 'New', newGroup('G')).path.stages.at(-1)?.after).toEqual(['c']);
  });

  it('lets no stage wait for itself by whatever detour', () => {
    expect(mayWaitFor(policy.otherwise, 'a')).toEqual([]);
    expect(mayWaitFor(policy.otherwise, 'c').map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('takes escalations along when a group is renamed, and away when it is removed', () => {
    const renamed = changeRequirement(policy, at, (group) => ({ ...group, name: 'Board' }) as typeof group);
    expect(renamed.otherwise.stages[1]?.escalations[0]?.step).toMatchObject({ to: 'Board' });
    const two = changeRequirement(policy, at, (root) => addGroup(root, 'ALL', newGroup('Other')));
    const one = removeRequirement(two, { ...at, group: [0] });
    expect(one.otherwise.stages[1]).toMatchObject({ requirement: { name: 'Other' }, escalations: [] });
  });

  it('finds the place of a finding, and the nearest one that is left', () => {
    const finding = {
      kind: 'GROUP_TOO_SMALL',
      blocks: true,
      route: null,
      stage: 'b',
      group: 'Group',
      message: '',
      line: null,
      column: null,
    } as const;
    expect(placeOf(policy, finding)).toEqual({ route: null, stage: 'b', group: [] });
    expect(nearest(policy, { route: null, stage: 'gone', group: [3] })).toEqual({ route: null });
  });
});

describe('the state of a draft', () => {
  const rename = (name: string) =>
    ({ type: 'change', change: (before: ApprovalPolicy) => ({ ...before, name }), streak: 'name' }) as const;

  it('undoes typing as one step', () => {
    const typed = ['P', 'Pa', 'Pat'].reduce(
      (state, name) => reduceDraft(state, rename(name)),
      begin(null, policy),
    );
    expect(reduceDraft(typed, { type: 'undo' }).policy).toEqual(policy);
  });

  it('takes over what is published where nothing was written, and tells where something was', () => {
    const later = { ...policy, name: 'Later' };
    const untouched = reduceDraft(begin(null, policy), { type: 'found', draft: null, inForce: later });
    expect(untouched.policy).toBe(later);
    const written = reduceDraft(
      begin({ version: 3, policy, changedAt: '', changedBy: '' }, policy),
      rename('Mine'),
    );
    const told = reduceDraft(written, { type: 'found', draft: null, inForce: later });
    expect(told).toMatchObject({ theirs: null, policy: { name: 'Mine' } });
    const taken = reduceDraft(told, { type: 'takeTheirs', inForce: later });
    expect(taken.policy).toBe(later);
    expect(isDirty(taken)).toBe(false);
    expect(reduceDraft(taken, { type: 'undo' }).policy.name).toBe('Mine');
  });

  it('changes nothing else than the path that is meant', () => {
    const changed = changePath(policy, null, (path) => ({ ...path, expiry: 'P1D' }));
    expect(changed.otherwise.stages).toBe(policy.otherwise.stages);
  });
});

describe('durations', () => {
  it.each([
    ['PT720H', { count: 30, unit: 'days' }],
    ['PT36H', { count: 36, unit: 'hours' }],
    ['P1DT30M', { count: 1470, unit: 'minutes' }],
  ] as const)('reads %s', (text, amount) => {
    expect(amountOf(text)).toEqual(amount);
    expect(amountOf(durationOf(amount))).toEqual(amount);
  });
});

describe('completion', () => {
  const facts = [
    { name: 'department', type: 'TEXT', meaning: '' },
    { name: 'roles', type: 'TEXTS', meaning: '' },
  ] as const;
  const offered = (text: string) =>
    completionsAt(text, text.length, [...facts], () => '').offered.map(({ label }) => label);

  it('offers facts by name, what their type can, and nothing within a text', () => {
    expect(offered('external || dep')).toEqual(['department']);
    expect(offered('department.sta')).toEqual(['startsWith']);
    expect(offered('roles.')).toEqual(['exists', 'all']);
    expect(offered('department == "dep')).toEqual([]);
  });

  it('puts the caret where to go on', () => {
    const text = 'department.sta';
    const { from, offered: found } = completionsAt(text, text.length, [...facts], () => '');
    expect(completed(text, text.length, from, found[0]!)).toEqual({
      text: 'department.startsWith("")',
      caret: 23,
    });
  });
});
