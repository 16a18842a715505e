import BoltOutlined from '@mui/icons-material/BoltOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';
import { listSearchOf, searchOf } from '@/routing/search';

const events = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'events',
  validateSearch: listSearchOf(
    'file',
    'signer',
    'teamId',
    'signingId',
    'sha256',
    'device',
    'person',
    'decision',
    'from',
    'to',
  ),
  staticData: {
    title: 'events:title',
    permission: 'event.read',
    navigation: { group: 'macs', order: 30, label: 'events:title', icon: BoltOutlined, phone: 4 },
  },
  component: lazyRouteComponent(() => import('./events-page'), 'EventsPage'),
});

const event = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'events/$event',
  validateSearch: searchOf('tab'),
  staticData: { title: 'events:one', permission: 'event.read' },
  component: lazyRouteComponent(() => import('./event-page'), 'EventPage'),
});

const fileAccess = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'file-access-events',
  validateSearch: listSearchOf('rule', 'target', 'device', 'decision', 'from', 'to'),
  staticData: { title: 'events:fileAccess.title', permission: 'event.read' },
  component: lazyRouteComponent(() => import('./file-access-page'), 'FileAccessPage'),
});

const audit = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'audit-events',
  validateSearch: listSearchOf('device'),
  staticData: { title: 'events:audit.title', permission: 'event.read' },
  component: lazyRouteComponent(() => import('./audit-page'), 'AuditPage'),
});

export const eventsRoutes = [events, event, fileAccess, audit] as const;
