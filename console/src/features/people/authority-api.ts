import { queryOptions } from '@tanstack/react-query';
import type { Client } from 'openapi-fetch';
import { answer, client } from '@/api/client';
import type { Id, Instant, PersonRef, RoleName } from '@/api/contract';

export interface TeamRef {
  id: Id;
  name: string;
}
export interface Team extends TeamRef {
  parentId: Id | null;
  leads: PersonRef[];
  members: number;
}
export interface TeamDetail {
  team: Team;
  people: { person: PersonRef; lead: boolean }[];
  roles: number;
}
export interface CustomRole {
  id: Id;
  name: string;
  description: string;
  permissions: string[];
  version: number;
  changedAt: Instant;
  holders: number;
}
export interface Grant {
  id: Id | null;
  source: 'MEMBER' | 'ROLE' | 'CUSTOM_ROLE' | 'TEAM_LEAD';
  role: RoleName | null;
  customRole: Id | null;
  title: string;
  team: TeamRef | null;
  permissions: string[];
}
export interface Profile {
  department: string;
  title: string;
  costCenter: string;
  line: PersonRef[];
  source: 'MANUAL' | 'CLAIMS' | 'SCIM' | null;
  changedAt: Instant | null;
}
export interface Departure {
  belongings: { kind: string; count: number; needsSuccessor: boolean }[];
  needsSuccessor: boolean;
  lastAdministrator: boolean;
}

interface In {
  organization: Id;
}
interface Of extends In {
  id: Id;
}
interface Get<Answer, Path> {
  parameters: { path: Path };
  responses: { 200: { content: { 'application/json': Answer } } };
}
interface Send<Body, Answer, Path> extends Get<Answer, Path> {
  requestBody: { content: { 'application/json': Body } };
}
type Gone = Record<string, never>;
interface TeamDraft {
  name: string;
  parentId: Id | null;
}
interface RoleDraft {
  name: string;
  description: string;
  permissions: string[];
  version?: number;
}
interface Paths {
  '/api/organizations/{organization}/teams': {
    get: Get<Team[], In>;
    post: Send<TeamDraft, TeamDetail, In>;
  };
  '/api/organizations/{organization}/teams/{id}': {
    get: Get<TeamDetail, Of>;
    put: Send<TeamDraft, TeamDetail, Of>;
    delete: Get<Gone, Of>;
  };
  '/api/organizations/{organization}/teams/{id}/merge': { post: Send<{ into: Id }, TeamDetail, Of> };
  '/api/organizations/{organization}/teams/{id}/people/{person}': {
    put: Send<{ lead: boolean }, TeamDetail, Of & { person: Id }>;
    delete: Get<TeamDetail, Of & { person: Id }>;
  };
  '/api/organizations/{organization}/custom-roles': {
    get: Get<CustomRole[], In>;
    post: Send<RoleDraft, CustomRole, In>;
  };
  '/api/organizations/{organization}/custom-roles/{id}': {
    put: Send<RoleDraft, CustomRole, Of>;
    delete: Get<Gone, Of>;
  };
  '/api/organizations/{organization}/custom-roles/{id}/holders': {
    get: Get<{ person: PersonRef; team: TeamRef | null }[], Of>;
  };
  '/api/organizations/{organization}/people/{id}/grants': {
    get: Get<Grant[], Of>;
    post: Send<{ role?: RoleName; customRole?: Id; team?: Id }, Grant[], Of>;
  };
  '/api/organizations/{organization}/people/{id}/grants/{grant}': {
    delete: Get<Grant[], Of & { grant: Id }>;
  };
  '/api/organizations/{organization}/people/{id}/profile': {
    get: Get<Profile, Of>;
    put: Send<{ department: string; title: string; costCenter: string; managerId: Id | null }, Profile, Of>;
  };
  '/api/organizations/{organization}/people/{id}/departure': { get: Get<Departure, Of> };
  '/api/organizations/{organization}/people/{id}/remove': {
    post: Send<{ reason: string; successorId: Id | null }, Gone, Of>;
  };
  '/api/organizations/{organization}/membership/departure': { get: Get<Departure, In> };
  '/api/organizations/{organization}/membership/leave': {
    post: Send<{ reason: string; successorId: Id | null }, Gone, In>;
  };
}

/** The API of teams, roles and members, until the generated contract knows it. */
export const authority = client as unknown as Client<Paths>;

export const teamsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'teams'],
    queryFn: () =>
      answer(
        authority.GET('/api/organizations/{organization}/teams', { params: { path: { organization } } }),
      ),
  });

export const teamQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'teams', id],
    queryFn: () =>
      answer(
        authority.GET('/api/organizations/{organization}/teams/{id}', {
          params: { path: { organization, id } },
        }),
      ),
  });

export const customRolesQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'custom-roles'],
    queryFn: () =>
      answer(
        authority.GET('/api/organizations/{organization}/custom-roles', {
          params: { path: { organization } },
        }),
      ),
  });

export const holdersQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'custom-roles', id, 'holders'],
    queryFn: () =>
      answer(
        authority.GET('/api/organizations/{organization}/custom-roles/{id}/holders', {
          params: { path: { organization, id } },
        }),
      ),
  });

export const grantsQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'people', id, 'grants'],
    queryFn: () =>
      answer(
        authority.GET('/api/organizations/{organization}/people/{id}/grants', {
          params: { path: { organization, id } },
        }),
      ),
  });

export const profileQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'people', id, 'profile'],
    queryFn: () =>
      answer(
        authority.GET('/api/organizations/{organization}/people/{id}/profile', {
          params: { path: { organization, id } },
        }),
      ),
  });

export const ownDepartureQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'membership', 'departure'],
    queryFn: () =>
      answer(
        authority.GET('/api/organizations/{organization}/membership/departure', {
          params: { path: { organization } },
        }),
      ),
  });

export const departureQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'people', id, 'departure'],
    queryFn: () =>
      answer(
        authority.GET('/api/organizations/{organization}/people/{id}/departure', {
          params: { path: { organization, id } },
        }),
      ),
  });
