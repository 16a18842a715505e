import Box from '@mui/material/Box';
import { linkOptions } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Activity } from '@/api/types';
import { useSession } from '@/session/session';
import { ActionName } from '../action-name';
import { browserName } from '../browser-name';
import type { Column } from '../list/rows';
import type { Filter } from '../list/use-list';
import { TargetLink } from '../router-link';
import { RelativeTime } from '../time';

const kinds: Activity['kind'][] = [
  'SIGNED_IN',
  'SIGNED_OUT',
  'SIGN_IN_REFUSED',
  'PERMISSION_REFUSED',
  'CHANGED',
];

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

function Detail({ activity: { id, factors, detail, change } }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  if (change) {
    return <Changed entry={id} change={change} />;
  }
  if (detail) {
    return t('needed', { permission: detail });
  }
  return factors.map((factor) => t(`factor.${factor}`)).join(' + ') || '—';
}

/** A change leads to its entry in the book. */
function Changed({ entry, change }: { entry: string; change: NonNullable<Activity['change']> }) {
  const { memberships } = useSession();
  const slug = memberships.find(({ organization }) => organization.id === change.organization)?.organization
    .slug;
  const action = <ActionName action={change.action} />;
  return (
    <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
      {slug ? (
        <TargetLink
          target={linkOptions({
            to: '/o/$organization/ledger/$entry',
            params: { organization: slug, entry },
          })}
        >
          {action}
        </TargetLink>
      ) : (
        action
      )}
      {': '}
      {change.objectName}
    </Box>
  );
}
