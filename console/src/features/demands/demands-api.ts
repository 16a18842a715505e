import { queryOptions } from '@tanstack/react-query';
import type { Client } from 'openapi-fetch';
import { answer, client } from '@/api/client';
import type { Id, RoleName } from '@/api/types';

export interface Demands {
  secondFactorForAll: boolean;
  secondFactorRoles: RoleName[];
  idleMinutes: number | null;
  longestMinutes: number | null;
}

interface Of {
  path: { organization: Id };
}
interface Json<T> {
  content: { 'application/json': T };
}
interface Answered<T> {
  200: { headers: never } & Json<T>;
}
interface DemandPaths {
  '/api/organizations/{organization}/sign-in-demands': {
    get: { parameters: Of; responses: Answered<Demands> };
    put: { parameters: Of; requestBody: Json<Demands>; responses: Answered<Demands> };
  };
}

export const demandsClient = client as unknown as Client<DemandPaths>;

export const demandsQuery = (organization: Id) =>
  queryOptions({
    queryKey: [organization, 'sign-in-demands'],
    queryFn: () =>
      answer(
        demandsClient.GET('/api/organizations/{organization}/sign-in-demands', {
          params: { path: { organization } },
        }),
      ),
  });
