import KeyOutlined from '@mui/icons-material/KeyOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';

const keys = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'keys',
  staticData: {
    title: 'keys:title',
    permission: 'key.manage',
    navigation: { group: 'settings', order: 30, label: 'keys:title', icon: KeyOutlined },
  },
  component: lazyRouteComponent(() => import('./keys-page'), 'KeysPage'),
});

const account = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'keys/$account',
  staticData: { title: 'keys:title', permission: 'key.manage' },
  component: lazyRouteComponent(() => import('./account-page'), 'ServiceAccountPage'),
});

export const keysRoutes = [keys, account] as const;
