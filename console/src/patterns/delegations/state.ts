import type { Delegation } from '@/api/types';

/** Whether it runs, is to come, or is over. */
export function stateOf({ startsAt, endsAt, endedAt }: Delegation): 'running' | 'planned' | 'over' {
  const now = Date.now();
  if (endedAt || Date.parse(endsAt) <= now) {
    return 'over';
  }
  return Date.parse(startsAt) <= now ? 'running' : 'planned';
}
