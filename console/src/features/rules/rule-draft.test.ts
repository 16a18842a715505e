import { describe, expect, it } from 'vitest';
import type { Rule } from '@/api/types';
import { draftOf, emptyDraft, inputOf } from './rule-draft';

const rule: Rule = {
  id: 'r',
  version: 2,
  ruleType: 'TEAMID',
  identifier: 'EQHXZ8M8AV',
  policy: 'BLOCKLIST',
  celExpression: null,
  scope: { kind: 'TAG', tag: { id: 't', name: 'Engineering', color: '#000000' } },
  customMessage: 'Ask first',
  customUrl: null,
  buttonLabel: null,
  comment: null,
  owner: { id: 'p', displayName: 'Mara', email: 'm@example.com' },
  expiresAt: '2027-03-01T09:30:00.000Z',
  createdAt: '2026-01-01T00:00:00Z',
  createdBy: { type: 'SYSTEM', id: null, displayName: 'Gatehouse' },
  updatedAt: '2026-01-01T00:00:00Z',
  softwareName: null,
  requestId: null,
  reach: { devices: 1, delivered: 1 },
};

describe('a rule draft', () => {
  it('gives back the rule that it was made of', () => {
    expect(inputOf(draftOf(rule))).toEqual({
      ruleType: 'TEAMID',
      identifier: 'EQHXZ8M8AV',
      policy: 'BLOCKLIST',
      celExpression: null,
      scope: { kind: 'TAG', tagId: 't' },
      customMessage: 'Ask first',
      customUrl: null,
      buttonLabel: null,
      comment: null,
      ownerId: 'p',
      expiresAt: '2027-03-01T09:30:00.000Z',
    });
  });

  it('is not sent while the tag or the identifier is missing', () => {
    const draft = { ...emptyDraft({}), identifier: ' ' };
    expect(inputOf(draft)).toBeNull();
    expect(
      inputOf({ ...draft, identifier: 'EQHXZ8M8AV', scope: { kind: 'TAG', tagId: null, device: null } }),
    ).toBeNull();
  });

  it('drops an expression that belongs to no CEL policy', () => {
    const draft = { ...emptyDraft({ ruleType: 'TEAMID', identifier: 'EQHXZ8M8AV' }), celExpression: 'true' };
    expect(inputOf(draft)?.celExpression).toBeNull();
    expect(inputOf({ ...draft, policy: 'CEL' })?.celExpression).toBe('true');
  });

  it('takes no unknown type or policy from the address', () => {
    const draft = emptyDraft({ ruleType: 'PATH', policy: 'REMOVE' });
    expect([draft.ruleType, draft.policy]).toEqual(['SIGNINGID', 'ALLOWLIST']);
  });
});
