import type { ApprovalPolicy } from '@/api/types';
import { partAt, pathAt, requirementOf, review, type Place } from '../place';

/** What a place is called. */
export function titleOf(
  policy: ApprovalPolicy,
  { route, stage, group }: Place,
  t: (key: 'otherwise' | 'emergency.review') => string,
): string {
  if (route === undefined) {
    return policy.name;
  }
  const path = pathAt(policy, route);
  if (stage === undefined || !path) {
    return route === null ? t('otherwise') : (policy.routes[route]?.name ?? '');
  }
  const part = group && partAt(requirementOf(path, stage), group);
  if (part?.kind === 'GROUP') {
    return part.name;
  }
  return stage === review ? t('emergency.review') : (path.stages.find(({ id }) => id === stage)?.name ?? '');
}
