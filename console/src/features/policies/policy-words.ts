import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Approvers, Escalation, PolicyStage, Quorum, Requirement } from '@/api/types';
import { usePermissionWords } from '@/patterns/permission-list';
import { amountOf } from './duration';
import { useNames, withNames, type NameOf } from './names';

/** Says the parts of a policy as a person would. */
export interface PolicyWords {
  requirement: (requirement: Requirement) => string;
  quorum: (quorum: Quorum) => string;
  approvers: (approvers: Approvers) => string;
  condition: (condition: string) => string;
  duration: (duration: string) => string;
  escalation: (escalation: Escalation) => string;
  after: (stage: PolicyStage, all: PolicyStage[]) => string;
}

export function usePolicyWords(): PolicyWords {
  const { t } = useTranslation('policies');
  const nameOf = useNames();
  const permission = usePermissionWords();
  const approvers = (source: Approvers) => approverWords(source, t, nameOf, permission);
  const duration = (text: string) => {
    const { count, unit } = amountOf(text);
    return t(`duration.${unit}`, { count });
  };
  return {
    approvers,
    duration,
    quorum: (quorum) => quorumWords(quorum, t),
    requirement: (requirement) => requirementWords(requirement, t, approvers),
    condition: (condition) => withNames(condition, nameOf, t('unknown')),
    escalation: ({ after, step }) =>
      t(`escalation.${step.kind}`, {
        after: duration(after),
        group: step.kind === 'ADD' ? step.to : step.kind === 'REPLACE' ? step.in : '',
        who: 'seats' in step ? step.seats.map(({ who }) => approvers(who)).join(` ${t('join.SEATS')} `) : '',
      }),
    after: ({ after }, all) =>
      after.length === 0
        ? t('after.none')
        : t('after.some', {
            stages: all
              .filter(({ id }) => after.includes(id))
              .map(({ name }) => name)
              .join(', '),
          }),
  };
}

function requirementWords(
  requirement: Requirement,
  t: TFunction<'policies'>,
  approvers: (source: Approvers) => string,
): string {
  if (requirement.kind === 'VOTES') {
    return t('who.VOTES');
  }
  if (requirement.kind !== 'GROUP') {
    const parts = requirement.of.map((part) => {
      const words = requirementWords(part, t, approvers);
      return part.kind === 'GROUP' ? words : `(${words})`;
    });
    return parts.join(` ${t(`join.${requirement.kind}`)} `);
  }
  const who = requirement.seats.map((seat) => approvers(seat.who)).join(` ${t('join.SEATS')} `);
  return `${quorumWords(requirement.quorum, t)} ${who}`;
}

function quorumWords(quorum: Quorum, t: TFunction<'policies'>): string {
  switch (quorum.kind) {
    case 'MINIMUM':
      return t('quorum.MINIMUM', { count: quorum.people });
    case 'PERCENT':
      return t('quorum.PERCENT', { percent: quorum.percent });
    case 'EVERYONE':
      return t('quorum.EVERYONE');
    case 'WEIGHT':
      return t('quorum.WEIGHT', { threshold: quorum.threshold });
  }
}

function approverWords(
  approvers: Approvers,
  t: TFunction<'policies'>,
  nameOf: NameOf,
  permission: (code: string) => string,
): string {
  const named = (id: string) => {
    const name = nameOf(id);
    return name === undefined ? '…' : (name ?? t('unknown'));
  };
  switch (approvers.kind) {
    case 'PERMISSION':
      return t('who.PERMISSION', { permission: lowerFirst(permission(approvers.permission)) });
    case 'ROLE':
      return t('who.ROLE', { role: t(`common:role.${approvers.role}`, { defaultValue: approvers.role }) });
    case 'PERSON':
      return t('who.PERSON', { person: named(approvers.person) });
    case 'TEAM':
      return t('who.TEAM', { team: named(approvers.team) });
    default:
      return t(`who.${approvers.kind}`);
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
