import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { AuditEvent } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { ListPage } from '@/patterns/list/list-page';
import type { Column } from '@/patterns/list/rows';
import { useList, type Filter } from '@/patterns/list/use-list';
import { DeviceName } from '@/patterns/macs/names';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { EventMore } from './event-more';
import { EventKinds } from './kinds';

export function AuditPage() {
  const { t } = useTranslation('events');
  const { id: organization } = useOrganization();
  const list = useList<AuditEvent>({
    key: [organization, 'audit-events'],
    filters: useMemo<Filter[]>(() => [{ name: 'device', label: t('column.deviceId'), kind: 'text' }], [t]),
    load: ({ device }, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/audit-events', {
          params: { path: { organization }, query: { device, cursor } },
        }),
      ),
  });
  return (
    <ListPage
      title={t('audit.title')}
      purpose={t('audit.purpose')}
      action={<EventKinds current="audit" />}
      list={list}
      columns={useColumns()}
      rowKey={({ id }) => id}
      empty={{ icon: FactCheckOutlined, title: t('audit.emptyTitle'), text: t('audit.emptyText') }}
    />
  );
}

function useColumns(): Column<AuditEvent>[] {
  const { t } = useTranslation('events');
  return [
    {
      name: 'kind',
      title: t('audit.kind'),
      render: ({ kind }) => t(`audit.kinds.${kind}`, { defaultValue: kind }),
    },
    { name: 'device', title: t('column.device'), render: ({ device }) => <DeviceName device={device} /> },
    {
      name: 'decision',
      title: t('column.decision'),
      render: ({ decision }) => <StatusChip status={decision} />,
    },
    {
      name: 'identifier',
      title: t('audit.identifier'),
      render: ({ identifier }) => <Identifier value={identifier} length={30} />,
    },
    {
      name: 'occurredAt',
      title: t('column.occurredAt'),
      render: ({ occurredAt }) => <RelativeTime at={occurredAt} />,
    },
    {
      name: 'more',
      title: t('more.title'),
      render: (event) => <EventMore title={event.identifier} event={event} />,
    },
  ];
}
