import { useTranslation } from 'react-i18next';
import type { ApprovalPolicy } from '@/api/types';
import { Difference } from '@/patterns/difference';
import { useNames, withNames, type NameOf } from './names';

interface PolicyComparisonProps {
  before: ApprovalPolicy;
  after: ApprovalPolicy;
}

/** How two policies differ: parts are told apart by their names, and people and teams are called by theirs. */
export function PolicyComparison({ before, after }: PolicyComparisonProps) {
  const { t } = useTranslation('policies');
  const nameOf = useNames();
  const shown = (policy: ApprovalPolicy) => byName(policy, nameOf, t('unknown'));
  return <Difference before={shown(before)} after={shown(after)} labelOf={labelOf} />;
}

const implied = ['routes', 'path', 'stages', 'requirement', 'of'];

function labelOf(path: string): string {
  const parts = path.split('.');
  return parts.filter((part, index) => index === parts.length - 1 || !implied.includes(part)).join(' › ');
}

/** Lists of parts as objects keyed by the parts' names, so that a moved part is not a changed one. */
function byName(value: unknown, nameOf: NameOf, unknown: string): unknown {
  if (typeof value === 'string') {
    return withNames(value, nameOf, unknown);
  }
  if (Array.isArray(value)) {
    const parts = value.map((part) => byName(part, nameOf, unknown));
    const names = value.map((part) => (part as { name?: string } | null)?.name);
    return parts.length > 0 && names.every(Boolean) && new Set(names).size === names.length
      ? {
          ...Object.fromEntries(parts.map((part, index) => [names[index], part])),
          ...(names.length > 1 ? { order: names } : {}),
        }
      : parts;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'id' && key !== 'name')
        .map(([key, part]) => [key, byName(part, nameOf, unknown)]),
    );
  }
  return value;
}
