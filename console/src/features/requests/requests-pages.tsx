import AllInboxOutlined from '@mui/icons-material/AllInboxOutlined';
import OutboxOutlined from '@mui/icons-material/OutboxOutlined';
import { linkOptions } from '@tanstack/react-router';
import { lazy, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { RequestRow } from '@/api/types';
import type { Icon } from '@/patterns/icon';
import { ListPage } from '@/patterns/list/list-page';
import { useList, type Filter } from '@/patterns/list/use-list';
import { useLiveRefresh } from '@/patterns/live-refresh';
import { RouterButton } from '@/patterns/router-link';
import { useOrganization } from '@/session/session';
import { useRequestColumns } from './request-columns';

const RequestDetails = lazy(() =>
  import('./request-page').then((page) => ({ default: page.RequestDetails })),
);

export function MyRequestsPage() {
  return <Requests kind="mine" icon={OutboxOutlined} fixed={{ mine: true }} action={<AskButton />} />;
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
  kind: 'mine' | 'all';
  icon: Icon;
  fixed: { mine?: true };
  action?: ReactNode;
}

function Requests({ kind, icon, fixed, action }: RequestsProps) {
  const { t } = useTranslation('requests');
  const { id: organization, slug } = useOrganization();
  const key = useMemo(() => [organization, 'requests', 'list', kind], [organization, kind]);
  useLiveRefresh('request', key);
  const list = useList<RequestRow>({
    key,
    filters: useFilters(),
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
      columns={useRequestColumns(needless[kind])}
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

const needless = { mine: ['requester'], all: [] as string[] };

const states = ['IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'REJECTED', 'EXPIRED', 'WITHDRAWN'];

function useFilters(): Filter[] {
  const { t } = useTranslation('requests');
  const { t: status } = useTranslation('status');
  return useMemo(
    () => [
      {
        name: 'state',
        label: t('column.state'),
        kind: 'choice',
        options: states.map((state) => ({ value: state, label: status(state) })),
      },
    ],
    [t, status],
  );
}
