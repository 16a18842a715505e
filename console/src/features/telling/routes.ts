import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';

const telling = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'notifications',
  staticData: { title: 'telling:title' },
  component: lazyRouteComponent(() => import('./telling-page'), 'TellingPage'),
});

export const tellingRoutes = [telling] as const;
