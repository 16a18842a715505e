import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import type { Cell, Terms } from '@/api/types';

export interface MatrixSearch {
  person?: string;
  customer?: string;
  personCursor?: string;
  customerCursor?: string;
}

/** As much as one looks at; the rest is a page away. */
const shown = 25;

export const matrixQuery = (organization: string, search: MatrixSearch) =>
  queryOptions({
    queryKey: [organization, 'assignments', 'matrix', search],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/assignments', {
          params: { path: { organization }, query: { ...search, limit: shown } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const give = (organization: string, cells: Cell[], terms: Terms) =>
  answer(
    client.POST('/api/organizations/{organization}/assignments', {
      params: { path: { organization } },
      body: { cells, terms },
    }),
  );

export const previewOf = (organization: string, cells: Cell[], terms: Terms) =>
  answer(
    client.POST('/api/organizations/{organization}/assignments/preview', {
      params: { path: { organization } },
      body: { cells, terms },
    }),
  );

export const end = (organization: string, cells: Cell[], reason: string) =>
  answer(
    client.POST('/api/organizations/{organization}/assignments/end', {
      params: { path: { organization } },
      body: { cells, reason },
    }),
  );

export const handOver = (
  organization: string,
  order: { from: string; to: string; reason: string; customers?: string[] },
) =>
  answer(
    client.POST('/api/organizations/{organization}/assignments/hand-over', {
      params: { path: { organization } },
      body: order,
    }),
  );

export const keyOf = ({ personId, customerId }: Cell) => `${personId} ${customerId}`;

export function cellOf(key: string): Cell {
  const [personId = '', customerId = ''] = key.split(' ');
  return { personId, customerId };
}
