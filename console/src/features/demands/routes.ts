import ShieldOutlined from '@mui/icons-material/ShieldOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';

const demands = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'sign-in',
  staticData: {
    title: 'demands:title',
    permission: 'organization.manage',
    navigation: { group: 'people', order: 60, label: 'demands:title', icon: ShieldOutlined },
  },
  component: lazyRouteComponent(() => import('./demands-page'), 'DemandsPage'),
});

export const demandsRoutes = [demands] as const;
