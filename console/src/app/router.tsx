import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { ProblemError } from '@/api/problem';
import { PageSkeleton } from '@/patterns/states';
import { organizationRoute, publicRoute, rootRoute, signedInRoute } from '@/routing/roots';
import { parseSearch, stringifySearch } from '@/routing/search';
import { sessionQuery } from '@/session/session';
import { enrolmentsRoutes } from '@/features/enrolments/routes';
import { ledgerRoutes } from '@/features/ledger/routes';
import { installationRoutes, organizationsRoutes } from '@/features/organizations/routes';
import { peopleRoutes } from '@/features/people/routes';
import { sessionPublicRoutes, sessionRoutes } from '@/features/session/routes';

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: signInAgain }),
  mutationCache: new MutationCache({ onError: signInAgain }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Only what may heal by itself is tried again: an unreachable or overloaded server.
      retry: (failures, error) =>
        failures < 2 && error instanceof ProblemError && (error.status === 0 || error.status >= 502),
    },
  },
});

// A feature adds its routes to the parent that fits; nothing else in the app names a feature.
const routeTree = rootRoute.addChildren([
  publicRoute.addChildren([...sessionPublicRoutes]),
  signedInRoute.addChildren([
    ...sessionRoutes,
    ...installationRoutes,
    organizationRoute.addChildren([
      ...peopleRoutes,
      ...ledgerRoutes,
      ...enrolmentsRoutes,
      ...organizationsRoutes,
    ]),
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: '/console',
  context: { queries },
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: PageSkeleton,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** A session that ended meanwhile leads to the sign-in and back to the same page. */
function signInAgain(error: unknown): void {
  if (error instanceof ProblemError && error.status === 401 && queries.getQueryData(sessionQuery.queryKey)) {
    queries.setQueryData(sessionQuery.queryKey, null);
    void router.navigate({ to: '/sign-in', search: { return: router.state.location.href } });
  }
}
