import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '@/routing/roots';
import { searchOf } from '@/routing/search';

const account = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  validateSearch: searchOf('demandedBy', 'slack'),
  staticData: { title: 'account:title' },
  component: lazyRouteComponent(() => import('./account-page'), 'AccountPage'),
});

const connect = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/connect',
  validateSearch: searchOf('user_code'),
  staticData: { title: 'connections:connect.title' },
  component: lazyRouteComponent(() => import('./connect-page'), 'ConnectPage'),
});

export const accountRoutes = [account, connect] as const;
