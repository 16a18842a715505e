import AllInboxOutlined from '@mui/icons-material/AllInboxOutlined';
import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import OutboxOutlined from '@mui/icons-material/OutboxOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';
import { listSearchOf, searchOf } from '@/routing/search';

const lists = () => import('./requests-pages');

const mine = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'requests/mine',
  validateSearch: listSearchOf('state'),
  staticData: {
    title: 'requests:mine.title',
    permission: 'request.create',
    navigation: {
      group: 'requests',
      order: 10,
      label: 'requests:mine.title',
      icon: OutboxOutlined,
      phone: 9,
    },
  },
  component: lazyRouteComponent(lists, 'MyRequestsPage'),
});

const toDecide = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'requests/to-decide',
  validateSearch: listSearchOf(),
  staticData: {
    title: 'requests:toDecide.title',
    forTeams: true,
    navigation: {
      permission: 'request.decide',
      group: 'requests',
      order: 20,
      label: 'requests:toDecide.title',
      icon: HowToRegOutlined,
      phone: 2,
    },
  },
  component: lazyRouteComponent(() => import('./inbox-page'), 'InboxPage'),
});

const all = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'requests',
  validateSearch: listSearchOf('state'),
  staticData: {
    title: 'requests:all.title',
    permission: 'request.read',
    forTeams: true,
    navigation: {
      group: 'requests',
      order: 30,
      label: 'requests:all.title',
      icon: AllInboxOutlined,
      phone: 10,
    },
  },
  component: lazyRouteComponent(lists, 'AllRequestsPage'),
});

const ask = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'requests/new',
  validateSearch: searchOf('sha256'),
  staticData: { title: 'requests:ask.title', permission: 'request.create' },
  component: lazyRouteComponent(() => import('./ask-page'), 'AskPage'),
});

const request = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'requests/$request',
  validateSearch: searchOf('tab'),
  staticData: { title: 'requests:one' },
  component: lazyRouteComponent(() => import('./request-page'), 'RequestPage'),
});

/** What the block dialog's button opens; the values are hints that the server checks. */
const block = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'block',
  validateSearch: searchOf('machineId', 'fileSha256'),
  staticData: { title: 'requests:block.title', permission: 'request.create' },
  component: lazyRouteComponent(() => import('./block-page'), 'BlockPage'),
});

export const requestsRoutes = [mine, toDecide, all, ask, request, block] as const;
