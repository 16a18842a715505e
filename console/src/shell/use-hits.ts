import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { holds, useMembership } from '@/session/session';
import { useNavigation } from './navigation';
import { sources, type Hit, type Source } from './search-sources';

const shortest = 2;
const remembered = 5;

export interface HitGroup {
  name: string;
  hits: Hit[];
}

/** What fits the text, by kind, as far as the person may see it; without a text what was opened lately, and all pages. */
export function useHits(text: string): HitGroup[] {
  const { organization } = useMembership();
  const pages = usePages(text);
  const { recent } = useRecent();
  const may = useMay();
  const asks = text.length >= shortest;
  const found = useQueries({
    queries: sources.map((source) => ({
      queryKey: [organization.id, 'search', source.name, text],
      queryFn: () => source.find(organization.id, text),
      enabled: asks && may(source) && (source.form?.test(text) ?? true),
      placeholderData: keepPreviousData,
      staleTime: 10_000,
      retry: false,
    })),
  });
  const things = sources.map(({ name, form }, index) => ({
    name,
    hits: asks && (form?.test(text) ?? true) ? (found[index]?.data ?? []) : [],
  }));
  const lately = { name: 'recent', hits: text === '' ? recent : [] };
  return [lately, { name: 'pages', hits: pages }, ...things].filter(({ hits }) => hits.length > 0);
}

/** What the person opened lately from the search; kept as long as they are signed in, and nowhere but in memory. */
export function useRecent(): { recent: Hit[]; remember: (hit: Hit) => void } {
  const { organization } = useMembership();
  const queries = useQueryClient();
  const key = [organization.id, 'search', 'recent'];
  const { data: recent = [] } = useQuery<Hit[]>({
    queryKey: key,
    queryFn: () => [],
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const remember = (hit: Hit) =>
    queries.setQueryData<Hit[]>(key, (before = []) => {
      const kept = {
        ...hit,
        key: `recent-${hit.into ?? ''}-${hit.path}-${hit.label}`,
        icon: HistoryOutlined,
      };
      return [kept, ...before.filter((other) => other.key !== kept.key)].slice(0, remembered);
    });
  return { recent, remember };
}

function useMay(): (source: Source) => boolean {
  const membership = useMembership();
  return ({ permission, forTeams }) => holds(membership, permission, forTeams);
}

function usePages(text: string): Hit[] {
  const { t } = useTranslation();
  return useNavigation()
    .flatMap(({ items }) => items)
    .filter(({ label }) => t(label).toLowerCase().includes(text.toLowerCase()))
    .map(({ to, label, icon }) => ({
      key: to,
      label: t(label),
      icon,
      path: to.replace('/o/$organization', '').replace(/^\//, ''),
    }));
}
