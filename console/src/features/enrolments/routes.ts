import SellOutlined from '@mui/icons-material/SellOutlined';
import VpnKeyOutlined from '@mui/icons-material/VpnKeyOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';

const enrolments = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'enrolments',
  staticData: {
    title: 'enrolments:title',
    permission: 'device.read',
    navigation: { group: 'macs', order: 60, label: 'enrolments:title', icon: VpnKeyOutlined },
  },
  component: lazyRouteComponent(() => import('./enrolments-page'), 'EnrolmentsPage'),
});

const tags = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'tags',
  staticData: {
    title: 'enrolments:tags.title',
    permission: 'device.read',
    navigation: { group: 'macs', order: 70, label: 'enrolments:tags.title', icon: SellOutlined },
  },
  component: lazyRouteComponent(() => import('./tags-page'), 'TagsPage'),
});

export const enrolmentsRoutes = [enrolments, tags] as const;
