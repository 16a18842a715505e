import { ActivityList } from '@/patterns/activity/activity-list';

/** Everybody's activity in the organization. */
export function ActivityPage() {
  return <ActivityList />;
}
