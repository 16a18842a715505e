import BoltOutlined from '@mui/icons-material/BoltOutlined';
import { linkOptions } from '@tanstack/react-router';
import { lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { SantaEvent } from '@/api/types';
import { ListPage } from '@/patterns/list/list-page';
import { useList, type Filter } from '@/patterns/list/use-list';
import { ArrivalsBar, useArrivals, useLive } from '@/patterns/live';
import { useEventColumns } from '@/patterns/macs/event-columns';
import { useOrganization } from '@/session/session';
import { arrivalsOf } from './arrivals';
import { EventKinds } from './kinds';

const EventDetails = lazy(() => import('./event-page').then((page) => ({ default: page.EventDetails })));

const decisions = [
  'BLOCK_UNKNOWN',
  'BLOCK_BINARY',
  'BLOCK_CERTIFICATE',
  'BLOCK_SCOPE',
  'BLOCK_TEAMID',
  'BLOCK_SIGNINGID',
  'BLOCK_CDHASH',
  'ALLOW_UNKNOWN',
  'ALLOW_BINARY',
  'ALLOW_CERTIFICATE',
  'ALLOW_SCOPE',
  'ALLOW_TEAMID',
  'ALLOW_SIGNINGID',
  'ALLOW_CDHASH',
  'BUNDLE_BINARY',
];

export function EventsPage() {
  const { t } = useTranslation('events');
  const { id: organization, slug } = useOrganization();
  const list = useList<SantaEvent>({
    key: [organization, 'events', 'list'],
    filters: useFilters(),
    load: (query, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/events', {
          params: { path: { organization }, query: { ...query, cursor } },
        }),
      ),
  });
  const { count, reset } = useArrivals('event', (message) => arrivalsOf(message, list.query));
  useLive('reconnected', list.reload);
  return (
    <ListPage
      title={t('title')}
      purpose={t('purpose')}
      action={<EventKinds current="executions" />}
      list={list}
      columns={useEventColumns()}
      rowKey={({ id }) => id}
      rowLink={(id) =>
        linkOptions({ to: '/o/$organization/events/$event', params: { organization: slug, event: id } })
      }
      detail={EventDetails}
      searchLabel={t('search')}
      exportPath={`/api/organizations/${organization}/events/export`}
      banner={
        <ArrivalsBar
          count={count}
          onShow={() => {
            reset();
            list.reload();
          }}
        />
      }
      empty={{ icon: BoltOutlined, title: t('empty.title'), text: t('empty.text') }}
    />
  );
}

function useFilters(): Filter[] {
  const { t } = useTranslation('events');
  const { t: status } = useTranslation('status');
  return useMemo(
    () => [
      {
        name: 'decision',
        label: t('column.decision'),
        kind: 'choice',
        options: [
          { value: 'BLOCKED', label: t('filter.allBlocked') },
          { value: 'ALLOWED', label: t('filter.allAllowed') },
          ...decisions.map((decision) => ({ value: decision, label: status(decision) })),
        ],
      },
      { name: 'file', label: t('column.file'), kind: 'text' },
      { name: 'signer', label: t('column.signer'), kind: 'text' },
      { name: 'signingId', label: t('column.signingId'), kind: 'text' },
      { name: 'teamId', label: t('column.teamId'), kind: 'text' },
      { name: 'sha256', label: t('column.sha256'), kind: 'text' },
      { name: 'person', label: t('column.user'), kind: 'text' },
      { name: 'device', label: t('column.deviceId'), kind: 'text' },
      { name: 'from', label: t('filter.from'), kind: 'time' },
      { name: 'to', label: t('filter.to'), kind: 'time' },
    ],
    [t, status],
  );
}
