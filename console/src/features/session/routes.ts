import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { searchOf } from '@/routing/search';
import { publicRoute, signedInRoute, signInSearch } from '@/routing/roots';

const signIn = createRoute({
  getParentRoute: () => publicRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  staticData: { title: 'session:signIn.title' },
  component: lazyRouteComponent(() => import('./sign-in-page'), 'SignInPage'),
});

const secondStep = createRoute({
  getParentRoute: () => publicRoute,
  path: '/sign-in/second-factor',
  validateSearch: signInSearch,
  staticData: { title: 'session:secondStep.title' },
  component: lazyRouteComponent(() => import('./second-step-page'), 'SecondStepPage'),
});

const setUp = createRoute({
  getParentRoute: () => publicRoute,
  path: '/set-up',
  staticData: { title: 'session:setUp.title' },
  component: lazyRouteComponent(() => import('./set-up-page'), 'SetUpPage'),
});

const invitation = createRoute({
  getParentRoute: () => publicRoute,
  path: '/invitation',
  staticData: { title: 'session:invitation.title' },
  component: lazyRouteComponent(() => import('./invitation-page'), 'InvitationPage'),
});

const forgotPassword = createRoute({
  getParentRoute: () => publicRoute,
  path: '/forgot-password',
  staticData: { title: 'reset:forgot.title' },
  component: lazyRouteComponent(() => import('./forgot-password-page'), 'ForgotPasswordPage'),
});

const resetPassword = createRoute({
  getParentRoute: () => publicRoute,
  path: '/password-reset',
  staticData: { title: 'reset:choose.title' },
  component: lazyRouteComponent(() => import('./reset-password-page'), 'ResetPasswordPage'),
});

/** The door: straight into the only organization, else to the choice. */
const start = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: ({ context: { session } }) => {
    // Where this session does nothing, nobody is led by themselves.
    const [first, second] = session.memberships.filter(({ otherSignInNeeded }) => !otherSignInNeeded);
    if (first && !second) {
      throw redirect({ to: '/o/$organization', params: { organization: first.organization.slug } });
    }
    throw redirect({ to: !first && session.operator ? '/installation/organizations' : '/organizations' });
  },
});

const organizations = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/organizations',
  staticData: { title: 'session:organizations.title' },
  component: lazyRouteComponent(() => import('./organizations-page'), 'OrganizationsPage'),
});

const providerRequired = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/provider-required',
  validateSearch: searchOf('organization'),
  staticData: { title: 'session:organizations.title' },
  component: lazyRouteComponent(() => import('./provider-required-page'), 'ProviderRequiredPage'),
});

export const sessionPublicRoutes = [
  signIn,
  secondStep,
  setUp,
  invitation,
  forgotPassword,
  resetPassword,
] as const;
export const sessionRoutes = [start, organizations, providerRequired] as const;
