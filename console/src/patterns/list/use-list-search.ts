import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useDrawer, type Search } from '../drawer';

/** Where a list keeps what a person chose: in the address, or for as long as the drawer around it is open. */
export function useListSearch(): [search: Search, setSearch: (change: Search) => void] {
  const drawer = useDrawer();
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const setSearch = useCallback(
    (change: Search) => {
      void navigate({
        to: '.',
        search: ((previous: Search) => withoutEmpty({ ...previous, ...change })) as never,
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return drawer ? [drawer.search, drawer.setSearch] : [search, setSearch];
}

export function withoutEmpty(search: Search): Search {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  );
}
