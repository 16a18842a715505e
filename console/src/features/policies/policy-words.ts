import type { TFunction } from 'i18next';
import type { Requirement, Quorum, Approvers } from '@/api/types';

/** Who must agree, as a person would say it. */
export function requirementWords(requirement: Requirement, t: TFunction<'policies'>): string {
  if (requirement.kind === 'VOTES') {
    return t('who.VOTES');
  }
  if (requirement.kind !== 'GROUP') {
    const parts = requirement.of.map((part) =>
      part.kind === 'GROUP' ? requirementWords(part, t) : `(${requirementWords(part, t)})`,
    );
    return parts.join(` ${t(`join.${requirement.kind}`)} `);
  }
  const who = requirement.seats.map(({ who }) => approverWords(who, t)).join(` ${t('join.SEATS')} `);
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

function approverWords(approvers: Approvers, t: TFunction<'policies'>): string {
  switch (approvers.kind) {
    case 'PERMISSION':
      return t('who.PERMISSION', { permission: approvers.permission });
    case 'ROLE':
      return t('who.ROLE', { role: t(`common:role.${approvers.role}`, { defaultValue: approvers.role }) });
    case 'PERSON':
      return t('who.PERSON', { person: approvers.person });
    case 'TEAM':
      return t('who.TEAM', { team: approvers.team });
    default:
      return t(`who.${approvers.kind}`);
  }
}
