import GridViewOutlined from '@mui/icons-material/GridViewOutlined';
import MeetingRoomOutlined from '@mui/icons-material/MeetingRoomOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';
import { listSearchOf, searchOf } from '@/routing/search';

const assignments = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'assignments',
  validateSearch: searchOf('person', 'customer', 'personCursor', 'customerCursor'),
  staticData: {
    title: 'engagements:assignments.title',
    permission: 'engagement.read',
    navigation: {
      group: 'people',
      order: 25,
      label: 'engagements:assignments.title',
      icon: GridViewOutlined,
    },
  },
  component: lazyRouteComponent(() => import('./assignments-page'), 'AssignmentsPage'),
});

const entrants = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'entrants',
  validateSearch: listSearchOf('history'),
  staticData: {
    title: 'engagements:entrants.title',
    permission: 'entrant.read',
    navigation: {
      group: 'people',
      order: 25,
      label: 'engagements:entrants.title',
      icon: MeetingRoomOutlined,
    },
  },
  component: lazyRouteComponent(() => import('./entrants-page'), 'EntrantsPage'),
});

export const engagementsRoutes = [assignments, entrants] as const;
