import BallotOutlined from '@mui/icons-material/BallotOutlined';
import HowToVoteOutlined from '@mui/icons-material/HowToVoteOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';

const votes = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'requests/votes',
  staticData: {
    title: 'votes:title',
    navigation: {
      permission: 'request.create',
      group: 'requests',
      order: 40,
      label: 'votes:title',
      icon: HowToVoteOutlined,
    },
  },
  component: lazyRouteComponent(() => import('./votes-page'), 'VotesPage'),
});

const vote = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'requests/votes/$sha256',
  staticData: { title: 'votes:one', permission: 'request.create' },
  component: lazyRouteComponent(() => import('./vote-page'), 'VotePage'),
});

const voting = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'requests/voting',
  staticData: {
    title: 'votes:settings.title',
    permission: 'ledger.read',
    navigation: { group: 'requests', order: 61, label: 'votes:settings.title', icon: BallotOutlined },
  },
  component: lazyRouteComponent(() => import('./voting-page'), 'VotingPage'),
});

export const votesRoutes = [votes, vote, voting] as const;
