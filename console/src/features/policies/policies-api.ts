import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import type { ApprovalPolicy, Id, PolicyFinding } from '@/api/types';

/** The kind of request whose policy the console shows. */
const kind = 'SOFTWARE';

export const policyVersionsQuery = (organization: Id) =>
  queryOptions({
    queryKey: [organization, 'approval-policies', 'versions'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/approval-policies/{kind}/versions', {
          params: { path: { organization, kind } },
        }),
      ),
  });

export const policyDraftQuery = (organization: Id) =>
  queryOptions({
    queryKey: [organization, 'approval-policies', 'draft'],
    queryFn: async () =>
      (await answer(
        client.GET('/api/organizations/{organization}/approval-policies/{kind}/draft', {
          params: { path: { organization, kind } },
        }),
      )) ?? null,
  });

/** What conditions may look at. */
export const factsQuery = (organization: Id) =>
  queryOptions({
    queryKey: [organization, 'approval-policies', 'facts'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/approval-policies/{kind}/facts', {
          params: { path: { organization, kind } },
        }),
      ),
    staleTime: 10 * 60_000,
  });

/** What people and teams are called, by their ids. */
export const namesQuery = (organization: Id, ids: string[]) =>
  queryOptions({
    queryKey: [organization, 'approval-policies', 'names', ids],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/approval-policies/{kind}/names', {
          params: { path: { organization, kind }, query: { id: ids } },
        }),
      ),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** People, teams and roles whose name contains the text. */
export const approversQuery = (organization: Id, text: string) =>
  queryOptions({
    queryKey: [organization, 'approval-policies', 'approvers', text],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/approval-policies/{kind}/approvers', {
          params: { path: { organization, kind }, query: { text } },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const lintPolicy = (organization: Id, policy: ApprovalPolicy): Promise<PolicyFinding[]> =>
  answer(
    client.POST('/api/organizations/{organization}/approval-policies/{kind}/lint', {
      params: { path: { organization, kind } },
      body: policy,
    }),
  );

/** What is wrong with a policy while it is written; what was found before stands until then. */
export const lintQuery = (organization: Id, policy: ApprovalPolicy) =>
  queryOptions({
    queryKey: [organization, 'approval-policies', 'lint', policy],
    queryFn: () => lintPolicy(organization, policy),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  });

/** Keeps a draft; the version is the one that was read, 0 when there was none. */
export const keepDraft = (organization: Id, version: number, policy: ApprovalPolicy) =>
  answer(
    client.PUT('/api/organizations/{organization}/approval-policies/{kind}/draft', {
      params: { path: { organization, kind } },
      body: { version, policy },
    }),
  );

export const discardDraft = (organization: Id) =>
  answer(
    client.DELETE('/api/organizations/{organization}/approval-policies/{kind}/draft', {
      params: { path: { organization, kind } },
    }),
  );

export const publishDraft = (organization: Id, draft: number) =>
  answer(
    client.POST('/api/organizations/{organization}/approval-policies/{kind}/publish', {
      params: { path: { organization, kind } },
      body: { draft },
    }),
  );
