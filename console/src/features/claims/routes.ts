import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '@/routing/roots';

const claims = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/installation/domain-claims',
  staticData: { title: 'claims:title' },
  component: lazyRouteComponent(() => import('./claims-page'), 'ClaimsPage'),
});

export const claimsRoutes = [claims] as const;
