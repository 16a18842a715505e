import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';
import { listSearchOf } from '@/routing/search';

const entries = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'ledger',
  validateSearch: listSearchOf('actor', 'action', 'objectType', 'objectId', 'from', 'to', 'correlationId'),
  staticData: {
    title: 'ledger:title',
    permission: 'ledger.read',
    navigation: { group: 'ledger', order: 10, label: 'ledger:title', icon: MenuBookOutlined, phone: 25 },
  },
  component: lazyRouteComponent(() => import('./ledger-page'), 'LedgerPage'),
});

const entry = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'ledger/$entry',
  staticData: { title: 'ledger:entry.title', permission: 'ledger.read' },
  component: lazyRouteComponent(() => import('./entry-page'), 'EntryPage'),
});

export const ledgerRoutes = [entries, entry] as const;
