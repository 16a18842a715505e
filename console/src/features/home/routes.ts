import BusinessCenterOutlined from '@mui/icons-material/BusinessCenterOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';
import { listSearchOf, searchOf } from '@/routing/search';

const home = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/',
  validateSearch: listSearchOf('window'),
  staticData: {
    title: 'home:title',
    navigation: { group: 'home', order: 0, label: 'home:title', icon: HomeOutlined, phone: 1 },
  },
  component: lazyRouteComponent(() => import('./home-page'), 'HomePage'),
});

const overview = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'overview',
  validateSearch: searchOf('window'),
  staticData: { title: 'home:overview', permission: 'dashboard.read' },
  component: lazyRouteComponent(() => import('./overview-page'), 'OverviewPage'),
});

const portfolio = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'portfolio',
  validateSearch: listSearchOf(),
  staticData: {
    title: 'home:customers.title',
    permission: 'portfolio.read',
    navigation: {
      group: 'home',
      order: 5,
      label: 'home:customers.title',
      icon: BusinessCenterOutlined,
      phone: 2,
      // Everybody else finds their customers at home.
      permission: 'engagement.manage',
    },
  },
  component: lazyRouteComponent(() => import('./my-customers'), 'MyCustomers'),
});

export const homeRoutes = [home, overview, portfolio] as const;
