import FolderOffOutlined from '@mui/icons-material/FolderOffOutlined';
import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { FileAccessEvent } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { ListPage } from '@/patterns/list/list-page';
import type { Column } from '@/patterns/list/rows';
import { useList, type Filter } from '@/patterns/list/use-list';
import { DeviceName, SoftwareName } from '@/patterns/macs/names';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { EventMore } from './event-more';
import { EventKinds } from './kinds';
import { ProcessFacts } from './process-facts';

export function FileAccessPage() {
  const { t } = useTranslation('events');
  const { id: organization } = useOrganization();
  const list = useList<FileAccessEvent>({
    key: [organization, 'file-access-events'],
    filters: useFilters(),
    load: (query, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/file-access-events', {
          params: { path: { organization }, query: { ...query, cursor } },
        }),
      ),
  });
  return (
    <ListPage
      title={t('fileAccess.title')}
      purpose={t('fileAccess.purpose')}
      action={<EventKinds current="fileAccess" />}
      list={list}
      columns={useColumns()}
      rowKey={({ id }) => id}
      empty={{ icon: FolderOffOutlined, title: t('fileAccess.emptyTitle'), text: t('fileAccess.emptyText') }}
    />
  );
}

function useColumns(): Column<FileAccessEvent>[] {
  const { t } = useTranslation('events');
  return [
    {
      name: 'target',
      title: t('fileAccess.target'),
      render: ({ target }) => <Identifier value={target} length={52} />,
    },
    {
      name: 'decision',
      title: t('column.decision'),
      render: ({ decision }) => <StatusChip status={decision} />,
    },
    {
      name: 'rule',
      title: t('fileAccess.rule'),
      render: ({ ruleName, ruleVersion }) => `${ruleName} ${ruleVersion}`,
    },
    { name: 'device', title: t('column.device'), render: ({ device }) => <DeviceName device={device} /> },
    { name: 'processes', title: t('fileAccess.processes'), render: (event) => <Processes event={event} /> },
    {
      name: 'occurredAt',
      title: t('column.occurredAt'),
      render: ({ occurredAt }) => <RelativeTime at={occurredAt} />,
    },
    {
      name: 'more',
      title: t('more.title'),
      render: (event) => (
        <EventMore title={event.target} event={event}>
          {event.processChain.map((process, index) => (
            <ProcessFacts key={`${process.pid} ${index}`} process={process} />
          ))}
        </EventMore>
      ),
    },
  ];
}

/** The process that reached for the file, then those that started it. */
function Processes({ event }: { event: FileAccessEvent }) {
  return (
    <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', fontSize: '0.8125rem' }}>
      {event.processChain.map(({ pid, filePath, sha256 }, index) => (
        <Box
          component="li"
          key={`${pid} ${index}`}
          sx={{ pl: index * 1.5, color: index ? 'text.secondary' : undefined }}
        >
          {index > 0 && '↳ '}
          {sha256 ? <SoftwareName sha256={sha256}>{filePath}</SoftwareName> : filePath} ({pid})
        </Box>
      ))}
    </Box>
  );
}

function useFilters(): Filter[] {
  const { t } = useTranslation('events');
  const { t: status } = useTranslation('status');
  return useMemo(
    () => [
      { name: 'rule', label: t('fileAccess.rule'), kind: 'text' },
      { name: 'target', label: t('fileAccess.target'), kind: 'text' },
      {
        name: 'decision',
        label: t('column.decision'),
        kind: 'choice',
        options: ['DENIED', 'DENIED_INVALID_SIGNATURE', 'AUDIT_ONLY'].map((decision) => ({
          value: decision,
          label: status(decision),
        })),
      },
      { name: 'device', label: t('column.deviceId'), kind: 'text' },
      { name: 'from', label: t('filter.from'), kind: 'time' },
      { name: 'to', label: t('filter.to'), kind: 'time' },
    ],
    [t, status],
  );
}
