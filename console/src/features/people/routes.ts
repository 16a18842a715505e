import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import PeopleOutlined from '@mui/icons-material/PeopleOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';
import { listSearchOf, searchOf } from '@/routing/search';

const people = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'people',
  validateSearch: listSearchOf('role', 'state'),
  staticData: {
    title: 'people:title',
    permission: 'people.read',
    navigation: { group: 'people', order: 10, label: 'people:title', icon: PeopleOutlined, phone: 30 },
  },
  component: lazyRouteComponent(() => import('./people-page'), 'PeoplePage'),
});

const person = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'people/$person',
  validateSearch: searchOf('tab', 'kind', 'from', 'to', 'columns'),
  staticData: { title: 'people:person.title', permission: 'people.read' },
  component: lazyRouteComponent(() => import('./person-page'), 'PersonPage'),
});

const roles = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'roles',
  staticData: {
    title: 'people:roles.title',
    permission: 'people.read',
    navigation: { group: 'people', order: 20, label: 'people:roles.title', icon: BadgeOutlined },
  },
  component: lazyRouteComponent(() => import('./roles-page'), 'RolesPage'),
});

const teams = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'teams',
  validateSearch: searchOf('team'),
  staticData: {
    title: 'teams:title',
    permission: 'people.read',
    navigation: { group: 'people', order: 15, label: 'teams:title', icon: AccountTreeOutlined },
  },
  component: lazyRouteComponent(() => import('./teams-page'), 'TeamsPage'),
});

/** Every member may go, also who may see nobody else. */
const leave = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'leave',
  staticData: { title: 'roles:leave.action' },
  component: lazyRouteComponent(() => import('./leave-page'), 'LeavePage'),
});

export const peopleRoutes = [people, person, roles, teams, leave] as const;
