import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { linkOptions, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceDetail } from '@/api/types';
import { toProblem } from '@/api/problem';
import { DetailPage, type DetailTab } from '@/patterns/detail-page';
import { Identifier } from '@/patterns/identifier';
import { useLiveRefresh } from '@/patterns/live-refresh';
import { ExpectedIn } from '@/patterns/macs/countdown';
import { orNothing } from '@/patterns/macs/names';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';
import { DeviceActions } from './device-actions';
import { DeviceConfiguration } from './device-configuration';
import { DeviceEvents } from './device-events';
import { DeviceOverview } from './device-overview';
import { DevicePolicy } from './device-policy';
import { DeviceStory } from './device-story';
import { DeviceSyncs } from './device-syncs';
import { deviceQuery } from './devices-api';

export function DevicePage() {
  const { device } = useParams({ from: '/signed-in/o/$organization/devices/$device' });
  return <DeviceDetails id={device} />;
}

/** Everything about one Mac, on its page or beside the list. */
export function DeviceDetails({ id }: { id: string }) {
  const { t } = useTranslation('devices');
  const { id: organization, slug } = useOrganization();
  const device = useQuery(deviceQuery(organization, id));
  const mayManage = usePermission('device.manage');
  const tabs = useTabs(device.data);
  useLiveRefresh(
    'device',
    useMemo(() => [organization, 'devices', id], [organization, id]),
  );
  if (device.error) {
    return <ErrorState page problem={toProblem(device.error)} onRetry={() => void device.refetch()} />;
  }
  if (!device.data) {
    return <PageSkeleton />;
  }
  const { hostname, machineId, serialNumber, health, clientMode, owner, lastSyncAt, nextExpectedAt } =
    device.data;
  return (
    <DetailPage
      back={{
        link: linkOptions({ to: '/o/$organization/devices', params: { organization: slug } }),
        label: t('title'),
      }}
      name={hostname || machineId}
      status={
        <Stack direction="row" sx={{ gap: 0.75 }}>
          <StatusChip status={health} />
          {clientMode && <StatusChip status={clientMode} />}
        </Stack>
      }
      facts={[
        { label: t('column.owner'), value: orNothing(owner?.displayName) },
        { label: t('column.serialNumber'), value: serialNumber ? <Identifier value={serialNumber} /> : '—' },
        { label: t('column.lastSync'), value: <RelativeTime at={lastSyncAt} absent={t('never')} /> },
        { label: t('column.nextExpected'), value: <ExpectedIn at={nextExpectedAt} /> },
      ]}
      action={mayManage && <DeviceActions device={device.data} />}
      tabs={tabs}
      timeline={<DeviceStory device={device.data} />}
    />
  );
}

function useTabs(device: DeviceDetail | undefined): DetailTab[] {
  const { t } = useTranslation('devices');
  const mayReadEvents = usePermission('event.read');
  if (!device) {
    return [];
  }
  return [
    { name: 'overview', label: t('tab.overview'), content: <DeviceOverview device={device} /> },
    { name: 'policy', label: t('tab.policy'), content: <DevicePolicy device={device} /> },
    {
      name: 'configuration',
      label: t('tab.configuration'),
      content: <DeviceConfiguration device={device} />,
    },
    { name: 'syncs', label: t('tab.syncs'), content: <DeviceSyncs device={device} /> },
    ...(mayReadEvents
      ? [{ name: 'events', label: t('tab.events'), content: <DeviceEvents device={device} /> }]
      : []),
  ];
}
