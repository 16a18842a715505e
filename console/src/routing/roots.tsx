import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { toProblem } from '@/api/problem';
import { ErrorState } from '@/patterns/states';
import { membershipOf, sessionIn, sessionQuery } from '@/session/session';
import { NotFoundPage } from './not-found-page';
import { searchOf } from './search';

export interface RouterContext {
  queries: QueryClient;
}

/** Outside every shell the page brings its own landmark. */
function LostPage() {
  return (
    <main>
      <NotFoundPage />
    </main>
  );
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  notFoundComponent: LostPage,
  errorComponent: ({ error, reset }) => <ErrorState page problem={toProblem(error)} onRetry={reset} />,
});

/** Pages that need no sign-in: sign-in itself, set-up, accepting an invitation. */
export const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public' });

/** Pages of a signed-in person outside any organization. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.fetchQuery(sessionQuery);
    if (!session) {
      throw redirect({ to: '/sign-in', search: { return: location.publicHref } });
    }
    return { session };
  },
});

/** Pages inside one organization, with the rail and everything around them. */
export const organizationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/o/$organization',
  beforeLoad: async ({ context, params }) => {
    const session = await sessionIn(context.queries, context.session, params.organization);
    const membership = membershipOf(session, params.organization);
    if (!membership) {
      throw redirect({ to: '/' });
    }
    if (membership.otherSignInNeeded) {
      throw redirect({ to: '/organizations' });
    }
    if (membership.providerRequired) {
      throw redirect({ to: '/provider-required', search: { organization: params.organization } });
    }
    if (membership.secondFactorMissing) {
      throw redirect({ to: '/account', search: { demandedBy: params.organization } });
    }
    return { session };
  },
  notFoundComponent: NotFoundPage,
  errorComponent: ({ error, reset }) => <ErrorState page problem={toProblem(error)} onRetry={reset} />,
  component: lazyRouteComponent(() => import('@/shell/organization-shell'), 'OrganizationShell'),
});

export const signInSearch = searchOf('return', 'organization');
