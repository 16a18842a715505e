import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Page } from '@/api/types';
import { toProblem, type Problem } from '@/api/problem';
import type { Search } from '../drawer';
import { useListSearch, withoutEmpty } from './use-list-search';

export type Filter =
  | { name: string; label: string; kind: 'text' }
  | { name: string; label: string; kind: 'time' }
  | { name: string; label: string; kind: 'choice'; options: { value: string; label: string }[] };

interface ListParameters<Row> {
  /** Starts with the organization's id, so that switching organizations can never show another's rows. */
  key: readonly unknown[];
  filters: readonly Filter[];
  /** Loads one page; the query holds only what the address says. */
  load: (query: Search, cursor: string | undefined) => Promise<Page<Row>>;
  defaultSort?: string;
}

export interface List<Row> {
  rows: Row[];
  state: 'loading' | 'failed' | 'ready';
  problem: Problem | null;
  refreshing: boolean;
  updatedAt: number;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
  reload: () => void;
  filters: readonly Filter[];
  /** What is filtered now, as the server and an export are asked. */
  query: Search;
  filtered: boolean;
  search: Search;
  setSearch: (change: Search) => void;
  sort: string | undefined;
}

/** State of a list: everything that a person chose lives in the address, everything that was loaded in the cache. */
export function useList<Row>({ key, filters, load, defaultSort }: ListParameters<Row>): List<Row> {
  const [search, setSearch] = useListSearch();
  const query = useMemo(() => {
    const names = ['text', ...filters.map(({ name }) => name)];
    return withoutEmpty({
      ...Object.fromEntries(names.map((name) => [name, search[name]])),
      sort: search.sort ?? defaultSort,
    });
  }, [search, filters, defaultSort]);
  const pages = useInfiniteQuery({
    queryKey: [...key, query],
    queryFn: ({ pageParam }) => load(query, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  return {
    rows: useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data]),
    state: pages.data ? 'ready' : pages.isError ? 'failed' : 'loading',
    problem: pages.error ? toProblem(pages.error) : null,
    refreshing: pages.isFetching && !pages.isFetchingNextPage,
    updatedAt: pages.dataUpdatedAt,
    hasMore: pages.hasNextPage,
    loadingMore: pages.isFetchingNextPage,
    loadMore: () => void pages.fetchNextPage(),
    reload: () => void pages.refetch(),
    filters,
    query,
    filtered: Object.keys(query).some((name) => name !== 'sort'),
    search,
    setSearch,
    sort: query.sort,
  };
}
