import SyncOutlined from '@mui/icons-material/SyncOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { DeviceDetail, SyncSession } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { ListPage } from '@/patterns/list/list-page';
import type { Column } from '@/patterns/list/rows';
import { useList } from '@/patterns/list/use-list';
import { formatBytes, formatKnown, formatNumber } from '@/patterns/numbers';
import { StatusChip } from '@/patterns/status-chip';
import { duration, RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';

/** Every sync of the Mac: what was sent, what it took, and why it was so. */
export function DeviceSyncs({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation('devices');
  const { id: organization } = useOrganization();
  const list = useList<SyncSession>({
    key: [organization, 'devices', device.id, 'syncs'],
    filters: [],
    load: (_, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/devices/{id}/syncs', {
          params: { path: { organization, id: device.id }, query: { cursor } },
        }),
      ),
  });
  return (
    <ListPage
      embedded
      title=""
      purpose=""
      list={list}
      columns={useSyncColumns()}
      rowKey={({ id }) => id}
      empty={{ icon: SyncOutlined, title: t('sync.emptyTitle'), text: t('sync.emptyText') }}
    />
  );
}

function useSyncColumns(): Column<SyncSession>[] {
  const { t } = useTranslation('devices');
  return [
    {
      name: 'startedAt',
      title: t('sync.started'),
      render: ({ startedAt }) => <RelativeTime at={startedAt} />,
    },
    { name: 'outcome', title: t('sync.outcome'), render: ({ outcome }) => <StatusChip status={outcome} /> },
    { name: 'explanation', title: t('sync.explanation'), render: ({ explanation }) => explanation },
    {
      name: 'syncType',
      hidden: true,
      title: t('sync.type'),
      render: ({ syncType, requestedClean }) =>
        requestedClean ? t('sync.asked', { type: syncType }) : syncType,
    },
    {
      name: 'clientSyncType',
      hidden: true,
      title: t('sync.clientType'),
      render: ({ clientSyncType }) => clientSyncType || '—',
    },
    {
      name: 'pushed',
      hidden: true,
      title: t('sync.pushed'),
      render: ({ pushed }) => (pushed ? t('yes') : '—'),
    },
    {
      name: 'rules',
      title: t('sync.rules'),
      numeric: true,
      render: (session) => <Rules session={session} />,
    },
    {
      name: 'received',
      title: t('sync.received'),
      numeric: true,
      hidden: true,
      render: ({ rulesReceived }) => formatKnown(rulesReceived),
    },
    {
      name: 'events',
      title: t('sync.events'),
      numeric: true,
      render: ({ eventsUploaded }) => formatNumber(eventsUploaded),
    },
    {
      name: 'bytes',
      hidden: true,
      title: t('sync.bytes'),
      numeric: true,
      render: ({ bytesIn, bytesOut }) => `${formatBytes(bytesIn)} / ${formatBytes(bytesOut)}`,
    },
    {
      name: 'took',
      title: t('sync.took'),
      hidden: true,
      render: ({ startedAt, finishedAt }) =>
        finishedAt ? duration((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000) : '—',
    },
    { name: 'encoding', title: t('sync.encoding'), hidden: true, render: ({ encoding }) => encoding },
    {
      name: 'hash',
      title: t('sync.hash'),
      hidden: true,
      render: ({ rulesHashBefore, rulesHashAfter }) => (
        <>
          {rulesHashBefore ? <Identifier value={rulesHashBefore} /> : '—'} →{' '}
          {rulesHashAfter ? <Identifier value={rulesHashAfter} /> : '—'}
        </>
      ),
    },
  ];
}

/** What was sent and what was taken: a client passes silently over rules that it cannot read. */
function Rules({ session: { rulesSent, rulesProcessed } }: { session: SyncSession }) {
  const { t } = useTranslation('devices');
  const skipped = rulesProcessed === null ? 0 : rulesSent - rulesProcessed;
  return (
    <>
      {formatNumber(rulesSent)} / {formatKnown(rulesProcessed)}
      {skipped > 0 && (
        <Box sx={{ color: 'tones.warning.text' }}>
          {t('sync.skipped', { count: skipped, number: formatNumber(skipped) })}
        </Box>
      )}
    </>
  );
}
