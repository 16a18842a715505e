import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import type { Organization, RoleName } from '@/api/types';

export const domainsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'domains'],
    queryFn: () =>
      answer(client.GET('/api/organizations/{organization}/domains', { params: { path: { organization } } })),
  });

export const providersQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'identity-providers'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/identity-providers', {
          params: { path: { organization } },
        }),
      ),
  });

export const providerQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'identity-providers', id],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/identity-providers/{id}', {
          params: { path: { organization, id } },
        }),
      ),
  });

export const lastTestQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'identity-providers', id, 'test'],
    queryFn: async () =>
      (
        await answer(
          client.GET('/api/organizations/{organization}/identity-providers/{id}/test', {
            params: { path: { organization, id } },
          }),
        )
      ).outcome ?? null,
  });

export const knownClaimsQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'identity-providers', id, 'known-claims'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/identity-providers/{id}/known-claims', {
          params: { path: { organization, id } },
        }),
      ),
  });

export const rolesQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'roles'],
    queryFn: () =>
      answer(client.GET('/api/organizations/{organization}/roles', { params: { path: { organization } } })),
    staleTime: 10 * 60_000,
  });

export const customRolesQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'custom-roles'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/custom-roles', { params: { path: { organization } } }),
      ),
  });

export const teamsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'teams'],
    queryFn: () =>
      answer(client.GET('/api/organizations/{organization}/teams', { params: { path: { organization } } })),
  });

export const requiredProviderQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'required-provider'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/required-provider', {
          params: { path: { organization } },
        }),
      ),
  });

export const provisioningQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'provisioning'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/provisioning', { params: { path: { organization } } }),
      ),
  });

const administratorOf: Record<Organization['kind'], RoleName> = {
  PROVIDER: 'SUPER_ADMIN',
  CUSTOMER: 'CUSTOMER_ADMIN',
  ENTERPRISE: 'SECURITY_ADMIN',
};

export const administratorsQuery = (organization: string, kind: Organization['kind']) =>
  queryOptions({
    queryKey: [organization, 'people', 'administrators'],
    queryFn: async () =>
      (
        await answer(
          client.GET('/api/organizations/{organization}/people', {
            params: { path: { organization }, query: { role: administratorOf[kind], limit: 100 } },
          }),
        )
      ).items,
  });
