import BackHandOutlined from '@mui/icons-material/BackHandOutlined';
import HistoryToggleOffOutlined from '@mui/icons-material/HistoryToggleOffOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';

const retention = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'ledger/retention',
  staticData: {
    title: 'forgetting:retention.title',
    permission: 'ledger.read',
    navigation: {
      group: 'ledger',
      order: 60,
      label: 'forgetting:retention.title',
      icon: HistoryToggleOffOutlined,
    },
  },
  component: lazyRouteComponent(() => import('./retention-page'), 'RetentionPage'),
});

const holds = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'ledger/holds',
  staticData: {
    title: 'forgetting:holds.title',
    permission: 'ledger.read',
    navigation: { group: 'ledger', order: 70, label: 'forgetting:holds.title', icon: BackHandOutlined },
  },
  component: lazyRouteComponent(() => import('./holds-page'), 'HoldsPage'),
});

const hold = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'ledger/holds/$hold',
  staticData: { title: 'forgetting:holds.one', permission: 'ledger.read' },
  component: lazyRouteComponent(() => import('./hold-page'), 'HoldPage'),
});

export const retentionRoutes = [retention, holds, hold] as const;
