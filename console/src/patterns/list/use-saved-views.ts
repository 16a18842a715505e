import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { answer, client } from '@/api/client';
import type { SavedView } from '@/api/types';
import { parseSearch, stringifySearch } from '@/routing/search';
import { useDrawer } from '../drawer';
import { membershipOf, useSession } from '@/session/session';

/** What an address says of the row that is open, which is no part of a view. */
const passing = ['open', 'tab'];
const listPath = /^\/o\/[^/]+\/([a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*){0,2})\/?$/;

interface Views {
  views: SavedView[];
  /** What a view of the list as it is now would hold. */
  query: string;
  open: (view: SavedView) => void;
  save: (name: string) => Promise<void>;
  change: (view: SavedView, change: Partial<Pick<SavedView, 'name' | 'preferred'>>) => Promise<void>;
  remove: (view: SavedView) => Promise<void>;
}

/**
 * The person's own views of the list on this page; undefined where a list is no page of an organization, and for whoever
 * is engaged there: views are kept for members only.
 */
export function useSavedViews(): Views | undefined {
  const { organization: slug } = useParams({ strict: false });
  const membership = membershipOf(useSession(), slug);
  const organization = membership?.engagement ? '' : (membership?.organization.id ?? '');
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const list = useDrawer() ? undefined : listPath.exec(pathname)?.[1];
  const known = organization !== '' && list !== undefined;
  const key = [organization, 'saved-views'];
  const { data } = useQuery({
    queryKey: key,
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/saved-views', { params: { path: { organization } } }),
      ),
    enabled: known,
    staleTime: 5 * 60_000,
  });
  const views = data?.filter((view) => view.list === list) ?? [];
  const query = stringifySearch(
    Object.fromEntries(Object.entries(search).filter(([name]) => !passing.includes(name))),
  ).replace(/^\?/, '');
  const open = (view: SavedView) =>
    void navigate({ to: '.', search: parseSearch(view.query) as never, replace: true });
  usePreferred(views, data !== undefined, stringifySearch(search) === '', open);
  if (!known) {
    return undefined;
  }
  const path = { organization };
  const then = () => queries.invalidateQueries({ queryKey: key });
  const put = (view: SavedView) =>
    answer(
      client.PUT('/api/organizations/{organization}/saved-views/{id}', {
        params: { path: { ...path, id: view.id } },
        body: view,
      }),
    );
  return {
    views,
    query,
    open,
    save: async (name) => {
      await answer(
        client.POST('/api/organizations/{organization}/saved-views', {
          params: { path },
          body: { list, name, query, preferred: false },
        }),
      );
      await then();
    },
    change: async (view, change) => {
      await put({ ...view, ...change });
      await then();
    },
    remove: async ({ id }) => {
      await answer(
        client.DELETE('/api/organizations/{organization}/saved-views/{id}', {
          params: { path: { ...path, id } },
        }),
      );
      await then();
    },
  };
}

/** Opens the preferred view once, when somebody comes to the list without saying how they want it. */
function usePreferred(views: SavedView[], loaded: boolean, plain: boolean, open: (view: SavedView) => void) {
  const done = useRef(!plain);
  const preferred = views.find((view) => view.preferred);
  useEffect(() => {
    if (!done.current && loaded) {
      done.current = true;
      if (preferred && plain) {
        open(preferred);
      }
    }
  }, [loaded, preferred, plain, open]);
}
