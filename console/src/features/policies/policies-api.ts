import { queryOptions } from '@tanstack/react-query';
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

export const lintPolicy = (organization: Id, policy: ApprovalPolicy): Promise<PolicyFinding[]> =>
  answer(
    client.POST('/api/organizations/{organization}/approval-policies/{kind}/lint', {
      params: { path: { organization, kind } },
      body: policy,
    }),
  );

/** Keeps a draft; the version is the one that was read, 0 when there was none. */
export const keepDraft = (organization: Id, version: number, policy: ApprovalPolicy) =>
  answer(
    client.PUT('/api/organizations/{organization}/approval-policies/{kind}/draft', {
      params: { path: { organization, kind } },
      body: { version, policy },
    }),
  );

export const publishDraft = (organization: Id, draft: number) =>
  answer(
    client.POST('/api/organizations/{organization}/approval-policies/{kind}/publish', {
      params: { path: { organization, kind } },
      body: { draft },
    }),
  );
