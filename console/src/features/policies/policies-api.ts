import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client, download } from '@/api/client';
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

/** One version with its document, which never changes. */
export const policyVersionQuery = (organization: Id, version: number) =>
  queryOptions({
    queryKey: [organization, 'approval-policies', 'version', version],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/approval-policies/{kind}/versions/{version}', {
          params: { path: { organization, kind, version } },
        }),
      ),
    staleTime: Infinity,
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
        client.POST('/api/organizations/{organization}/approval-policies/{kind}/names', {
          params: { path: { organization, kind } },
          body: { ids },
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

/** A request that nobody made: of whom, and what is known of it. */
export interface ExampleRequest {
  requester: string;
  facts: Record<string, unknown>;
}

/** Who would decide an earlier request or a made-up one. */
export const explainPolicy = (
  organization: Id,
  policy: ApprovalPolicy,
  asked: { request: string } | { example: ExampleRequest },
) =>
  answer(
    client.POST('/api/organizations/{organization}/approval-policies/{kind}/explain', {
      params: { path: { organization, kind } },
      body: { policy, ...asked },
    }),
  );

/** What the requests of the last 90 days would have become. */
export const replayPolicy = (organization: Id, policy: ApprovalPolicy, signal: AbortSignal) =>
  answer(
    client.POST('/api/organizations/{organization}/approval-policies/{kind}/replay', {
      params: { path: { organization, kind } },
      body: { policy },
      signal,
    }),
  );

/** All of them that would have ended otherwise, as CSV. */
export const exportReplay = (organization: Id, policy: ApprovalPolicy): Promise<Blob> =>
  download(`/api/organizations/${organization}/approval-policies/${kind}/replay/export`, { policy });

export const requestsFoundQuery = (organization: Id, text: string) =>
  queryOptions({
    queryKey: [organization, 'requests', 'found', text],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/requests', {
          params: { path: { organization }, query: { text: text || undefined, limit: 10 } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
