import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { isRefusal, ProblemError } from '@/api/problem';
import { PageSkeleton } from '@/patterns/states';
import { organizationRoute, publicRoute, rootRoute, signedInRoute } from '@/routing/roots';
import { parseSearch, stringifySearch } from '@/routing/search';
import { sessionQuery } from '@/session/session';
import { accountRoutes } from '@/features/account/routes';
import { activityRoutes, ownActivityRoutes } from '@/features/activity/routes';
import { awayRoutes } from '@/features/away/routes';
import { catalogueRoutes } from '@/features/catalogue/routes';
import { chatRoutes } from '@/features/chat/routes';
import { claimsRoutes } from '@/features/claims/routes';
import { configurationRoutes } from '@/features/configuration/routes';
import { demandsRoutes } from '@/features/demands/routes';
import { devicesRoutes } from '@/features/devices/routes';
import { engagementsRoutes } from '@/features/engagements/routes';
import { enrolmentsRoutes } from '@/features/enrolments/routes';
import { eventsRoutes } from '@/features/events/routes';
import { keysRoutes } from '@/features/keys/routes';
import { federationPublicRoutes, federationRoutes } from '@/features/federation/routes';
import { ledgerRoutes } from '@/features/ledger/routes';
import { homeRoutes } from '@/features/home/routes';
import { mailRoutes } from '@/features/mail/routes';
import { installationRoutes, organizationsRoutes } from '@/features/organizations/routes';
import { peopleRoutes } from '@/features/people/routes';
import { votesRoutes } from '@/features/votes/routes';
import { policiesRoutes } from '@/features/policies/routes';
import { requestsRoutes } from '@/features/requests/routes';
import { retentionRoutes } from '@/features/retention/routes';
import { rulesRoutes } from '@/features/rules/routes';
import { sessionPublicRoutes, sessionRoutes } from '@/features/session/routes';
import { softwareRoutes } from '@/features/software/routes';
import { tellingRoutes } from '@/features/telling/routes';
import { webhooksRoutes } from '@/features/webhooks/routes';
import { witnessesRoutes } from '@/features/witnesses/routes';

// A feature adds its routes to the parent that fits; nothing else in the app names a feature.
const routeTree = rootRoute.addChildren([
  publicRoute.addChildren([...sessionPublicRoutes, ...federationPublicRoutes]),
  signedInRoute.addChildren([
    ...sessionRoutes,
    ...accountRoutes,
    ...ownActivityRoutes,
    ...installationRoutes,
    ...mailRoutes,
    ...claimsRoutes,
    organizationRoute.addChildren([
      ...activityRoutes,
      ...peopleRoutes,
      ...demandsRoutes,
      ...keysRoutes,
      ...federationRoutes,
      ...engagementsRoutes,
      ...ledgerRoutes,
      ...retentionRoutes,
      ...webhooksRoutes,
      ...tellingRoutes,
      ...chatRoutes,
      ...witnessesRoutes,
      ...enrolmentsRoutes,
      ...homeRoutes,
      ...awayRoutes,
      ...policiesRoutes,
      ...catalogueRoutes,
      ...votesRoutes,
      ...requestsRoutes,
      ...devicesRoutes,
      ...rulesRoutes,
      ...eventsRoutes,
      ...softwareRoutes,
      ...configurationRoutes,
      ...organizationsRoutes,
    ]),
  ]),
]);

/** The console on a history: the browser's own, or one in memory for a test. */
export function createConsole(history?: RouterHistory) {
  const signInAgain = (error: unknown) => {
    // A session that ended meanwhile leads to the sign-in and back to the same page.
    if (
      error instanceof ProblemError &&
      error.status === 401 &&
      queries.getQueryData(sessionQuery.queryKey)
    ) {
      queries.setQueryData(sessionQuery.queryKey, null);
      void router.navigate({ to: '/sign-in', search: { return: router.state.location.publicHref } });
    }
  };
  const onError = (error: unknown) => {
    signInAgain(error);
    if (isRefusal(error, 'second-factor-required')) {
      // Demanded since the page was opened: the way to it, read anew, leads to where one is added.
      void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }).then(() => router.invalidate());
    }
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { staleTime: 15_000, retry: mayHealByItself } },
  });
  const router = createRouter({
    routeTree,
    history,
    basepath: '/console',
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: PageSkeleton,
    scrollRestoration: true,
  });
  return { router, queries };
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsole>['router'];
  }
}

/** Only what may heal by itself is tried again: an unreachable or overloaded server. */
function mayHealByItself(failures: number, error: Error): boolean {
  return failures < 2 && error instanceof ProblemError && (error.status === 0 || error.status >= 502);
}
