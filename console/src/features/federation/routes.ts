import LoginOutlined from '@mui/icons-material/LoginOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute, publicRoute } from '@/routing/roots';
import { searchOf } from '@/routing/search';

const singleSignOn = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'single-sign-on',
  staticData: {
    title: 'federation:title',
    permission: 'organization.manage',
    navigation: { group: 'people', order: 65, label: 'federation:title', icon: LoginOutlined },
  },
  component: lazyRouteComponent(() => import('./single-sign-on-page'), 'SingleSignOnPage'),
});

const provider = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'single-sign-on/$provider',
  staticData: { title: 'federation:provider.title', permission: 'organization.manage' },
  component: lazyRouteComponent(() => import('./provider-page'), 'ProviderPage'),
});

/** Where a test of a provider ends, in a tab of its own. */
const tested = createRoute({
  getParentRoute: () => publicRoute,
  path: '/sign-in-tested',
  staticData: { title: 'federation:tested.title' },
  component: lazyRouteComponent(() => import('./tested-page'), 'TestedPage'),
});

const problem = createRoute({
  getParentRoute: () => publicRoute,
  path: '/sign-in-problem',
  validateSearch: searchOf('reason', 'id'),
  staticData: { title: 'federation:problem.title' },
  component: lazyRouteComponent(() => import('./sign-in-problem-page'), 'SignInProblemPage'),
});

export const federationRoutes = [singleSignOn, provider] as const;
export const federationPublicRoutes = [tested, problem] as const;
