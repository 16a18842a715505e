import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
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

const verify = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'ledger/verify',
  staticData: {
    title: 'ledger:verify.title',
    permission: 'ledger.read',
    navigation: { group: 'ledger', order: 20, label: 'ledger:verify.title', icon: VerifiedOutlined },
  },
  component: lazyRouteComponent(() => import('./verify-page'), 'VerifyPage'),
});

const exports = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'ledger/exports',
  staticData: {
    title: 'ledger:exports.title',
    permission: 'ledger.read',
    navigation: { group: 'ledger', order: 30, label: 'ledger:exports.title', icon: FileDownloadOutlined },
  },
  component: lazyRouteComponent(() => import('./exports-page'), 'ExportsPage'),
});

export const ledgerRoutes = [entries, entry, verify, exports] as const;
