import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import { useQuery } from '@tanstack/react-query';
import { linkOptions } from '@tanstack/react-router';
import { lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Entry } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { ListPage } from '@/patterns/list/list-page';
import type { Column } from '@/patterns/list/rows';
import { useList, type Filter } from '@/patterns/list/use-list';
import { ArrivalsBar, useArrivals, useLive } from '@/patterns/live';
import { RelativeTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';
import { ActionName } from '@/patterns/action-name';
import { useWatch } from './use-watch';
import { WatchBanner, WatchStatus } from './watch';

const EntryDetails = lazy(() => import('./entry-page').then((page) => ({ default: page.EntryDetails })));

/** The book: every decision, change and access, newest first. */
export function LedgerPage() {
  const { t } = useTranslation('ledger');
  const { id: organization, slug } = useOrganization();
  const mayExport = usePermission('ledger.export');
  const exportPath = `/api/organizations/${organization}/ledger/entries/export`;
  const inDoubt = (useWatch()?.open.length ?? 0) > 0;
  const filters = useFilters(organization);
  const list = useList<Entry>({
    key: [organization, 'ledger', 'entries'],
    filters,
    load: (query, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/ledger/entries', {
          params: { path: { organization }, query: { ...query, cursor } },
        }),
      ),
  });
  useLive('reconnected', list.reload);
  const arrivals = useArrivals('ledger', ({ count }) => count);
  return (
    <ListPage
      title={t('title')}
      purpose={t('purpose')}
      action={<WatchStatus />}
      list={list}
      columns={useColumns()}
      rowKey={({ id }) => id}
      rowLink={(id) =>
        linkOptions({
          to: '/o/$organization/ledger/$entry',
          params: { organization: slug, entry: id },
        })
      }
      detail={EntryDetails}
      searchLabel={t('search')}
      exportPath={mayExport && !inDoubt ? exportPath : undefined}
      exportCheckPath={`${exportPath}/check`}
      exportConfirmed
      exportFormats={['csv', 'jsonl']}
      banner={
        <>
          <WatchBanner />
          <ArrivalsBar
            count={arrivals.count}
            onShow={() => {
              arrivals.reset();
              list.reload();
            }}
          />
        </>
      }
      empty={{ icon: MenuBookOutlined, title: t('empty.title'), text: t('empty.text') }}
    />
  );
}

function useFilters(organization: string): Filter[] {
  const { t } = useTranslation('ledger');
  const { t: words } = useTranslation();
  const { data: actions } = useQuery({
    queryKey: [organization, 'ledger', 'actions'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/ledger/actions', {
          params: { path: { organization } },
        }),
      ),
    staleTime: 10 * 60_000,
  });
  return useMemo(
    () => [
      {
        name: 'action',
        label: t('column.action'),
        kind: 'choice',
        options: (actions ?? []).map((action) => ({
          value: action,
          label: words(`ledger:action.${action}`, { defaultValue: action }),
        })),
      },
      { name: 'actor', label: t('filter.actor'), kind: 'text' },
      { name: 'objectType', label: t('filter.objectType'), kind: 'text' },
      { name: 'objectId', label: t('filter.objectId'), kind: 'text' },
      { name: 'correlationId', label: t('filter.correlation'), kind: 'text' },
      { name: 'from', label: t('filter.from'), kind: 'time' },
      { name: 'to', label: t('filter.to'), kind: 'time' },
    ],
    [t, words, actions],
  );
}

function useColumns(): Column<Entry>[] {
  const { t } = useTranslation('ledger');
  return [
    { name: 'action', title: t('column.action'), render: ({ action }) => <ActionName action={action} /> },
    { name: 'object', title: t('column.object'), render: ({ object }) => object.name || object.id },
    { name: 'type', title: t('column.type'), hidden: true, render: ({ object }) => object.type },
    { name: 'actor', title: t('column.actor'), render: ({ actor }) => actor.displayName },
    {
      name: 'recordedAt',
      title: t('column.recorded'),
      render: ({ recordedAt }) => <RelativeTime at={recordedAt} />,
    },
    { name: 'reason', title: t('column.reason'), render: ({ reason }) => reason ?? '—' },
    { name: 'index', title: t('column.index'), hidden: true, render: ({ index }) => index ?? '—' },
    {
      name: 'correlation',
      title: t('column.correlation'),
      hidden: true,
      render: ({ correlationId }) => <Identifier value={correlationId} length={13} />,
    },
  ];
}
