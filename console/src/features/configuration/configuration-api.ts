import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import type { Configuration, ConfigurationInput, Scope } from '@/api/types';

export const configurationsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'configurations'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/configurations', {
          params: { path: { organization } },
        }),
      ),
  });

export const defaultsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'configurations', 'defaults'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/configurations/defaults', {
          params: { path: { organization } },
        }),
      ),
    staleTime: 10 * 60_000,
  });

export const deviceQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'devices', id],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/devices/{id}', {
          params: { path: { organization, id } },
        }),
      ),
  });

export const effectiveQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'devices', id, 'configuration'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/devices/{id}/configuration', {
          params: { path: { organization, id } },
        }),
      ),
  });

export function save(organization: string, scope: Scope, body: ConfigurationInput): Promise<Configuration> {
  switch (scope.kind) {
    case 'ORGANIZATION':
      return answer(
        client.PUT('/api/organizations/{organization}/configurations/organization', {
          params: { path: { organization } },
          body,
        }),
      );
    case 'TAG':
      return answer(
        client.PUT('/api/organizations/{organization}/configurations/tags/{tagId}', {
          params: { path: { organization, tagId: scope.tag.id } },
          body,
        }),
      );
    case 'DEVICE':
      return answer(
        client.PUT('/api/organizations/{organization}/configurations/devices/{deviceId}', {
          params: { path: { organization, deviceId: scope.device.id } },
          body,
        }),
      );
  }
}

export async function remove(organization: string, scope: Scope): Promise<void> {
  if (scope.kind === 'TAG') {
    await client.DELETE('/api/organizations/{organization}/configurations/tags/{tagId}', {
      params: { path: { organization, tagId: scope.tag.id } },
    });
  } else if (scope.kind === 'DEVICE') {
    await client.DELETE('/api/organizations/{organization}/configurations/devices/{deviceId}', {
      params: { path: { organization, deviceId: scope.device.id } },
    });
  }
}

export function sameScope(one: Scope, other: Scope): boolean {
  return one.kind === other.kind && targetOf(one) === targetOf(other);
}

export function targetOf(scope: Scope): string | undefined {
  return scope.kind === 'TAG' ? scope.tag.id : scope.kind === 'DEVICE' ? scope.device.id : undefined;
}
