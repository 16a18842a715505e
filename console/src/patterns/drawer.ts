import { createContext, use } from 'react';

export type Search = Record<string, string | undefined>;

/** What lists inside a drawer are filtered by; the address is taken by the list around it. */
export interface DrawerState {
  search: Search;
  setSearch: (change: Search) => void;
}

export const DrawerContext = createContext<DrawerState | null>(null);

/** Set where a detail is shown beside its list instead of as a page of its own. */
export function useDrawer(): DrawerState | null {
  return use(DrawerContext);
}
