import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import type { ApiKey, Permission } from '@/api/types';

/** What no program can have: asking and deciding are people's, and so is making further programs. */
const forPeople = new Set<Permission>([
  'installation.operate',
  'key.manage',
  'engagement.manage',
  'request.create',
  'request.decide',
]);

/** What only a program can have; whoever holds all that an administrator does gives it. */
export const forDirectories: Permission = 'people.provision';

export const forPrograms = (permissions: Permission[]) =>
  permissions.filter((permission) => !forPeople.has(permission));

export const serviceAccountsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'service-accounts'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/service-accounts', {
          params: { path: { organization } },
        }),
      ),
  });

export const serviceAccountQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'service-accounts', id],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/service-accounts/{id}', {
          params: { path: { organization, id } },
        }),
      ),
  });

export const keysQuery = (organization: string, account: string) =>
  queryOptions({
    queryKey: [organization, 'service-accounts', account, 'keys'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/service-accounts/{account}/keys', {
          params: { path: { organization, account } },
        }),
      ),
  });

const soon = 14 * 24 * 60 * 60_000;

/** Whether the program stops soon unless somebody makes another key. */
export function endsSoon({ state, expiresAt }: Pick<ApiKey, 'state' | 'expiresAt'>, now: number): boolean {
  return state === 'ACTIVE' && Date.parse(expiresAt) - now < soon;
}
