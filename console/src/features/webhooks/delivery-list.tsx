import SendOutlined from '@mui/icons-material/SendOutlined';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Delivery, DestinationView } from '@/api/types';
import { ListPage } from '@/patterns/list/list-page';
import type { Column } from '@/patterns/list/rows';
import { useList, type Filter } from '@/patterns/list/use-list';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { DeliveryFate } from './delivery-fate';
import { webhooksKey } from './webhooks-api';

const states = ['WAITING', 'DELIVERED', 'DEAD'] as const;

/** Messages, the latest first, and what became of each. */
export function DeliveryList({ destinations }: { destinations: DestinationView[] }) {
  const { t } = useTranslation('webhooks');
  const { id: organization } = useOrganization();
  const [open, setOpen] = useState<string | null>(null);
  const list = useList<Delivery>({
    key: [organization, webhooksKey, 'deliveries'],
    filters: useFilters(destinations),
    load: ({ state, destination }, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/deliveries', {
          params: {
            path: { organization },
            query: { state: states.find((known) => known === state), destination, cursor },
          },
        }),
      ),
  });
  return (
    <>
      <Typography variant="h2" sx={{ mt: 3, mb: 1 }}>
        {t('list.title')}
      </Typography>
      <ListPage
        embedded
        title={t('list.title')}
        purpose={t('purpose')}
        list={list}
        columns={useColumns(setOpen)}
        rowKey={({ id }) => id}
        empty={{ icon: SendOutlined, title: t('list.emptyTitle'), text: t('list.emptyText') }}
      />
      {open && <DeliveryFate id={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function useFilters(destinations: DestinationView[]): Filter[] {
  const { t } = useTranslation('webhooks');
  const { t: status } = useTranslation('status');
  return useMemo<Filter[]>(
    () => [
      {
        name: 'state',
        label: t('list.state'),
        kind: 'choice',
        options: states.map((state) => ({ value: state, label: status(state) })),
      },
      {
        name: 'destination',
        label: t('list.destination'),
        kind: 'choice',
        options: destinations.map(({ id, name }) => ({ value: id, label: name })),
      },
    ],
    [t, status, destinations],
  );
}

function useColumns(onOpen: (id: string) => void): Column<Delivery>[] {
  const { t } = useTranslation('webhooks');
  return [
    {
      name: 'type',
      title: t('list.type'),
      render: ({ type }) => t(`type.${type}`),
    },
    { name: 'state', title: t('list.state'), render: ({ state }) => <StatusChip status={state} /> },
    { name: 'destination', title: t('list.destination'), render: ({ destinationName }) => destinationName },
    { name: 'attempts', title: t('list.attempts'), numeric: true, render: ({ attempts }) => attempts },
    { name: 'answer', title: t('list.answer'), render: ({ status, problem }) => outcome(status, problem) },
    { name: 'created', title: t('list.created'), render: ({ createdAt }) => <RelativeTime at={createdAt} /> },
    { name: 'due', title: t('list.due'), render: ({ dueAt }) => <RelativeTime at={dueAt} /> },
    {
      name: 'actions',
      title: t('list.actions'),
      render: ({ id }) => (
        <Button size="small" onClick={() => onOpen(id)}>
          {t('list.open')}
        </Button>
      ),
    },
  ];
}

function outcome(status: number | null, problem: string | null): string {
  return [status, problem].filter(Boolean).join(' · ') || '—';
}
