import HomeOutlined from '@mui/icons-material/HomeOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';
import { searchOf } from '@/routing/search';

const home = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/',
  validateSearch: searchOf('window'),
  staticData: {
    title: 'home:title',
    navigation: { group: 'home', order: 0, label: 'home:title', icon: HomeOutlined, phone: 1 },
  },
  component: lazyRouteComponent(() => import('./home-page'), 'HomePage'),
});

export const homeRoutes = [home] as const;
