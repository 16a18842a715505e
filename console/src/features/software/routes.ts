import AppsOutlined from '@mui/icons-material/AppsOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';
import { listSearchOf, searchOf } from '@/routing/search';

const software = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'software',
  validateSearch: listSearchOf('signer', 'blocked'),
  staticData: {
    title: 'software:title',
    permission: 'event.read',
    navigation: { group: 'macs', order: 40, label: 'software:title', icon: AppsOutlined, phone: 16 },
  },
  component: lazyRouteComponent(() => import('./software-page'), 'SoftwarePage'),
});

const program = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'software/$sha256',
  validateSearch: listSearchOf('tab'),
  staticData: { title: 'software:one', permission: 'event.read' },
  component: lazyRouteComponent(() => import('./program-page'), 'ProgramPage'),
});

const bundle = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'bundles/$hash',
  validateSearch: searchOf('tab'),
  staticData: { title: 'software:bundle.title', permission: 'event.read' },
  component: lazyRouteComponent(() => import('./bundle-page'), 'BundlePage'),
});

export const softwareRoutes = [software, program, bundle] as const;
