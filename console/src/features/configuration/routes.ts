import TuneOutlined from '@mui/icons-material/TuneOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';
import { searchOf } from '@/routing/search';

const configuration = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'configuration',
  validateSearch: searchOf('scope', 'target'),
  staticData: {
    title: 'configuration:title',
    permission: 'configuration.read',
    navigation: { group: 'macs', order: 50, label: 'configuration:title', icon: TuneOutlined },
  },
  component: lazyRouteComponent(() => import('./configuration-page'), 'ConfigurationPage'),
});

export const configurationRoutes = [configuration] as const;
