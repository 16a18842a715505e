import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BellLine } from '@/api/types';
import { answer, client } from '@/api/client';
import { useLiveRefresh } from '@/patterns/live-refresh';
import { useOrganization } from '@/session/session';
import { newsQuery } from './bell-queries';

export interface News {
  lines: BellLine[];
  /** How many are not read; 100 stands for as many or more. */
  unread: number;
  more: (() => void) | undefined;
  read: (line: BellLine) => void;
  readAll: () => void;
}

/** What concerns the person, newest first, kept fresh by the live stream. */
export function useNews(): News {
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const key = useMemo(() => [organization, 'bell', 'news'], [organization]);
  useLiveRefresh('request', key);
  const pages = useInfiniteQuery(newsQuery(organization));
  const lines = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const onSettled = () => queries.invalidateQueries({ queryKey: key });
  const one = useMutation({
    mutationFn: (id: string) =>
      answer(
        client.PUT('/api/organizations/{organization}/notifications/{id}/read', {
          params: { path: { organization, id } },
        }),
      ),
    onSettled,
  });
  const all = useMutation({
    mutationFn: (last: string) =>
      answer(
        client.PUT('/api/organizations/{organization}/notifications/read', {
          params: { path: { organization } },
          body: { last },
        }),
      ),
    onSettled,
  });
  const [newest] = lines;
  return {
    lines,
    unread: pages.data?.pages[0]?.unread ?? 0,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    read: ({ id, read }) => !read && one.mutate(id),
    readAll: () => newest && all.mutate(newest.id),
  };
}
