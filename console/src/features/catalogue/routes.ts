import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';
import { listSearchOf } from '@/routing/search';

const catalogue = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'catalogue',
  staticData: {
    title: 'catalogue:title',
    permission: 'request.create',
    navigation: {
      group: 'requests',
      order: 40,
      label: 'catalogue:title',
      icon: StorefrontOutlined,
      phone: 10,
    },
  },
  component: lazyRouteComponent(() => import('./catalogue-page'), 'CataloguePage'),
});

const entries = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'catalogue/entries',
  validateSearch: listSearchOf(),
  staticData: { title: 'catalogue:curate.title', permission: 'rule.read' },
  component: lazyRouteComponent(() => import('./entries-page'), 'EntriesPage'),
});

export const catalogueRoutes = [catalogue, entries] as const;
