import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute, signedInRoute } from '@/routing/roots';
import { listSearchOf } from '@/routing/search';

const activity = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'activity',
  validateSearch: listSearchOf('kind', 'from', 'to'),
  staticData: {
    title: 'activity:title',
    permission: 'ledger.read',
    navigation: { group: 'people', order: 40, label: 'activity:title', icon: HistoryOutlined },
  },
  component: lazyRouteComponent(() => import('./activity-page'), 'ActivityPage'),
});

const own = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account/activity',
  validateSearch: listSearchOf('kind', 'from', 'to'),
  staticData: { title: 'activity:own.title' },
  component: lazyRouteComponent(() => import('./own-activity-page'), 'OwnActivityPage'),
});

export const activityRoutes = [activity] as const;
export const ownActivityRoutes = [own] as const;
