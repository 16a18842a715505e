import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Activity } from '@/api/types';
import type { Column } from '@/patterns/list/rows';
import type { Filter } from '@/patterns/list/use-list';
import { RelativeTime } from '@/patterns/time';
import { browserName } from '../browser-name';

const kinds: Activity['kind'][] = ['SIGNED_IN', 'SIGNED_OUT', 'SIGN_IN_REFUSED', 'PERMISSION_REFUSED'];

/** What a list of activity can be narrowed by. */
export function useActivityFilters(): Filter[] {
  const { t } = useTranslation('activity');
  return [
    {
      name: 'kind',
      label: t('column.kind'),
      kind: 'choice',
      options: kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
    },
    { name: 'from', label: t('filter.from'), kind: 'time' },
    { name: 'to', label: t('filter.to'), kind: 'time' },
  ];
}

/** What happened, when, and from where; in front of it whose it is, where several people's are shown. */
export function useActivityColumns({ people = false } = {}): Column<Activity>[] {
  const { t } = useTranslation('activity');
  const who: Column<Activity> = {
    name: 'person',
    title: t('column.person'),
    render: ({ person }) => person.displayName,
  };
  return [
    { name: 'kind', title: t('column.kind'), render: ({ kind }) => <Kind kind={kind} /> },
    ...(people ? [who] : []),
    { name: 'detail', title: t('column.detail'), render: (activity) => <Detail activity={activity} /> },
    { name: 'at', title: t('column.at'), render: ({ at }) => <RelativeTime at={at} /> },
    {
      name: 'browser',
      title: t('column.browser'),
      render: ({ browser }) => (browser ? browserName(browser) : '—'),
    },
    { name: 'address', title: t('column.address'), render: ({ address }) => address || '—' },
  ];
}

function Kind({ kind }: Pick<Activity, 'kind'>) {
  const { t } = useTranslation('activity');
  const refused = kind === 'SIGN_IN_REFUSED' || kind === 'PERMISSION_REFUSED';
  return (
    <Box component="span" sx={{ color: refused ? 'error.main' : undefined, fontWeight: 560 }}>
      {t(`kind.${kind}`)}
    </Box>
  );
}

function Detail({ activity: { factors, detail } }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  if (detail) {
    return t('needed', { permission: detail });
  }
  return factors.map((factor) => t(`factor.${factor}`)).join(' + ') || '—';
}
