import type { PersonRef, Rule, RuleInput, RulePolicy, RuleType } from '@/api/types';
import { chosenOf, scopeInputOf, wholeOrganization, type ChosenScope } from '@/patterns/macs/scope-choice';

export const ruleTypes: RuleType[] = ['SIGNINGID', 'TEAMID', 'CERTIFICATE', 'BINARY', 'CDHASH'];
export const policies: RulePolicy[] = [
  'ALLOWLIST',
  'ALLOWLIST_COMPILER',
  'BLOCKLIST',
  'SILENT_BLOCKLIST',
  'SILENT_GUI_BLOCKLIST',
  'SILENT_TTY_BLOCKLIST',
  'CEL',
];

/** A rule while somebody types it. */
export interface RuleDraft {
  ruleType: RuleType;
  identifier: string;
  policy: RulePolicy;
  celExpression: string;
  scope: ChosenScope;
  customMessage: string;
  customUrl: string;
  buttonLabel: string;
  comment: string;
  owner: PersonRef | null;
  /** As a local time field holds it; empty: never. */
  expires: string;
}

export function emptyDraft(hints: { ruleType?: string; identifier?: string; policy?: string }): RuleDraft {
  return {
    ruleType: ruleTypes.find((type) => type === hints.ruleType) ?? 'SIGNINGID',
    identifier: hints.identifier ?? '',
    policy: policies.find((policy) => policy === hints.policy) ?? 'ALLOWLIST',
    celExpression: '',
    scope: wholeOrganization,
    customMessage: '',
    customUrl: '',
    buttonLabel: '',
    comment: '',
    owner: null,
    expires: '',
  };
}

export function draftOf(rule: Rule): RuleDraft {
  return {
    ruleType: rule.ruleType,
    identifier: rule.identifier,
    policy: rule.policy,
    celExpression: rule.celExpression ?? '',
    scope: chosenOf(rule.scope),
    customMessage: rule.customMessage ?? '',
    customUrl: rule.customUrl ?? '',
    buttonLabel: rule.buttonLabel ?? '',
    comment: rule.comment ?? '',
    owner: rule.owner,
    expires: rule.expiresAt ? localOf(rule.expiresAt) : '',
  };
}

/** What is sent, or null while the rule is not whole. */
export function inputOf(draft: RuleDraft): RuleInput | null {
  const scope = scopeInputOf(draft.scope);
  if (!scope || draft.identifier.trim() === '') {
    return null;
  }
  return {
    ruleType: draft.ruleType,
    identifier: draft.identifier.trim(),
    policy: draft.policy,
    celExpression: draft.policy === 'CEL' ? draft.celExpression : null,
    scope,
    customMessage: orNull(draft.customMessage),
    customUrl: orNull(draft.customUrl),
    buttonLabel: orNull(draft.buttonLabel),
    comment: orNull(draft.comment),
    ownerId: draft.owner?.id ?? null,
    expiresAt: instantOf(draft.expires),
  };
}

/** A local time field's value as an instant. */
export function instantOf(local: string): string | null {
  return local ? new Date(local).toISOString() : null;
}

function localOf(instant: string): string {
  const time = new Date(instant);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function orNull(text: string): string | null {
  return text.trim() || null;
}
