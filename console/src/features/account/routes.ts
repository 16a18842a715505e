import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '@/routing/roots';
import { searchOf } from '@/routing/search';

const account = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  validateSearch: searchOf('demandedBy'),
  staticData: { title: 'account:title' },
  component: lazyRouteComponent(() => import('./account-page'), 'AccountPage'),
});

export const accountRoutes = [account] as const;
