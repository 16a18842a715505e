import LuggageOutlined from '@mui/icons-material/LuggageOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';

const away = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'away',
  staticData: {
    title: 'away:title',
    permission: 'request.create',
    navigation: { group: 'requests', order: 50, label: 'away:title', icon: LuggageOutlined },
  },
  component: lazyRouteComponent(() => import('./away-page'), 'AwayPage'),
});

export const awayRoutes = [away] as const;
