import { queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useParams, useRouteContext, useRouter } from '@tanstack/react-router';
import { answer, client } from '@/api/client';
import type { Membership, Organization, Permission, Session } from '@/api/types';
import { ProblemError } from '@/api/problem';

/** The organization that the address names: the server tells of it also where somebody has more than it lists. */
function addressed(): string | undefined {
  return /\/o\/([^/?#]+)/.exec(window.location.pathname)?.[1];
}

async function sessionWith(organization: string | undefined): Promise<Session> {
  return answer(client.GET('/api/session', { params: { query: { organization } } }));
}

/** Who is signed in, or null. */
export const sessionQuery = queryOptions<Session | null>({
  queryKey: ['session'],
  queryFn: async () => {
    try {
      return await sessionWith(addressed());
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) {
        return null;
      }
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

/** The signed-in person, as the way to the page found them; only for pages behind the sign-in. */
export function useSession(): Session {
  const { session } = useRouteContext({ strict: false });
  if (!session) {
    throw new ProblemError({ title: 'Signed out', status: 401 });
  }
  return session;
}

/** The membership in the organization that the address names. */
export function useMembership(): Membership {
  const { organization: slug } = useParams({ strict: false });
  const membership = membershipOf(useSession(), slug);
  if (!membership) {
    throw new ProblemError({ title: 'No such organization', status: 404 });
  }
  return membership;
}

export function useOrganization(): Organization {
  return useMembership().organization;
}

export function usePermission(permission: Permission): boolean {
  return useMembership().permissions.includes(permission);
}

/** Whether the person may do that for everybody, or for the people of a team. */
export function usePermissionForSome(permission: Permission): boolean {
  return holds(useMembership(), permission, true);
}

/** Whether that may be done for everybody or, where that is enough, for the people of a team. */
export function holds(
  { permissions, teamPermissions = [] }: Membership,
  permission: Permission,
  forTeams = false,
): boolean {
  return permissions.includes(permission) || (forTeams && teamPermissions.includes(permission));
}

export function membershipOf(session: Session, slug: string | undefined): Membership | undefined {
  return session.memberships.find(({ organization }) => organization.slug === slug);
}

/** The session that tells of that organization; asked anew only where the one at hand does not. */
export async function sessionIn(queries: QueryClient, session: Session, slug: string): Promise<Session> {
  if (membershipOf(session, slug)) {
    return session;
  }
  const wider = await sessionWith(slug);
  queries.setQueryData(sessionQuery.queryKey, wider);
  return wider;
}

/** Asks anew who is signed in and where they belong, and leaves the page when they may no longer see it. */
export function useLeaveIfOver(): () => void {
  const queries = useQueryClient();
  const router = useRouter();
  const { slug } = useOrganization();
  return () =>
    void queries.fetchQuery({ ...sessionQuery, staleTime: 0 }).then(
      (session) => (session && membershipOf(session, slug) ? undefined : router.invalidate()),
      // The server cannot be asked: the page says since when its data is stale.
      () => undefined,
    );
}

/** Sets the session that an answer carried, and forgets what the person before could see. */
export function useSignedIn(): (session: Session | null) => void {
  const queries = useQueryClient();
  return (session) => {
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, session);
  };
}
