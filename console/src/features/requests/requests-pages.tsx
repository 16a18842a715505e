import AllInboxOutlined from '@mui/icons-material/AllInboxOutlined';
import OutboxOutlined from '@mui/icons-material/OutboxOutlined';
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import { linkOptions } from '@tanstack/react-router';
import { lazy, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { RequestRow, RequestState } from '@/api/types';
import type { Icon } from '@/patterns/icon';
import { ListPage } from '@/patterns/list/list-page';
import type { Column } from '@/patterns/list/rows';
import { useList, type Filter } from '@/patterns/list/use-list';
import { useLiveRefresh } from '@/patterns/live-refresh';
import { orNothing } from '@/patterns/macs/names';
import { RouterButton } from '@/patterns/router-link';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';

const RequestDetails = lazy(() =>
  import('./request-page').then((page) => ({ default: page.RequestDetails })),
);

export function MyRequestsPage() {
  return <Requests kind="mine" icon={OutboxOutlined} fixed={{ mine: true }} action={<AskButton />} />;
}

export function ToDecidePage() {
  return <Requests kind="toDecide" icon={TaskAltOutlined} fixed={{ state: 'IN_REVIEW', decidable: true }} />;
}

export function AllRequestsPage() {
  return <Requests kind="all" icon={AllInboxOutlined} fixed={{}} />;
}

function AskButton() {
  const { t } = useTranslation('requests');
  const { slug } = useOrganization();
  return (
    <RouterButton to="/o/$organization/requests/new" params={{ organization: slug }} variant="contained">
      {t('ask.title')}
    </RouterButton>
  );
}

interface RequestsProps {
  kind: 'mine' | 'toDecide' | 'all';
  icon: Icon;
  fixed: { mine?: true; decidable?: true; state?: RequestState };
  action?: ReactNode;
}

function Requests({ kind, icon, fixed, action }: RequestsProps) {
  const { t } = useTranslation('requests');
  const { id: organization, slug } = useOrganization();
  const key = useMemo(() => [organization, 'requests', 'list', kind], [organization, kind]);
  useLiveRefresh('request', key);
  const list = useList<RequestRow>({
    key,
    filters: useFilters(kind !== 'toDecide'),
    load: (query, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/requests', {
          params: { path: { organization }, query: { ...query, ...fixed, cursor } },
        }),
      ),
  });
  return (
    <ListPage
      title={t(`${kind}.title`)}
      purpose={t(`${kind}.purpose`)}
      action={action}
      list={list}
      columns={useColumns(kind)}
      rowKey={({ id }) => id}
      rowLink={(id) =>
        linkOptions({ to: '/o/$organization/requests/$request', params: { organization: slug, request: id } })
      }
      detail={RequestDetails}
      searchLabel={t('search')}
      empty={{ icon, title: t(`${kind}.emptyTitle`), text: t(`${kind}.emptyText`), action }}
    />
  );
}

function useColumns(kind: RequestsProps['kind']): Column<RequestRow>[] {
  const { t } = useTranslation('requests');
  const columns: Column<RequestRow>[] = [
    { name: 'title', title: t('column.what'), render: ({ number, title }) => `#${number} ${title}` },
    { name: 'state', title: t('column.state'), render: ({ state }) => <StatusChip status={state} /> },
    { name: 'requester', title: t('column.who'), render: ({ requester }) => requester.displayName },
    { name: 'device', title: t('column.device'), render: ({ device }) => orNothing(device?.hostname) },
    { name: 'justification', title: t('column.why'), render: ({ justification }) => justification },
    {
      name: 'submittedAt',
      title: t('column.asked'),
      render: ({ submittedAt }) => <RelativeTime at={submittedAt} />,
    },
    {
      name: 'decided',
      title: t('column.decided'),
      render: ({ decidedAt, decidedBy }) =>
        decidedAt ? (
          <>
            <RelativeTime at={decidedAt} /> {decidedBy && `· ${decidedBy.displayName}`}
          </>
        ) : (
          '—'
        ),
    },
  ];
  const needless = { mine: ['requester'], toDecide: ['state', 'decided'], all: [] }[kind] as string[];
  return columns.filter(({ name }) => !needless.includes(name));
}

function useFilters(wanted: boolean): Filter[] {
  const { t } = useTranslation('requests');
  const { t: status } = useTranslation('status');
  return useMemo(
    () =>
      wanted
        ? [
            {
              name: 'state',
              label: t('column.state'),
              kind: 'choice',
              options: ['IN_REVIEW', 'APPROVED', 'REJECTED', 'WITHDRAWN'].map((state) => ({
                value: state,
                label: status(state),
              })),
            },
          ]
        : [],
    [wanted, t, status],
  );
}
