import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';
import { searchOf } from '@/routing/search';

const policies = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'requests/policies',
  validateSearch: searchOf('tab'),
  staticData: {
    title: 'policies:title',
    permission: ['approval.policy.manage', 'ledger.read'],
    navigation: { group: 'requests', order: 60, label: 'policies:title', icon: AccountTreeOutlined },
  },
  component: lazyRouteComponent(() => import('./policies-page'), 'PoliciesPage'),
});

export const policiesRoutes = [policies] as const;
