import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';

const witnesses = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'ledger/witnesses',
  staticData: {
    title: 'witnesses:title',
    permission: 'ledger.read',
    navigation: { group: 'ledger', order: 25, label: 'witnesses:title', icon: VisibilityOutlined },
  },
  component: lazyRouteComponent(() => import('./witnesses-page'), 'WitnessesPage'),
});

export const witnessesRoutes = [witnesses] as const;
