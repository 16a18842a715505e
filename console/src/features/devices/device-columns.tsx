import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceRow } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import type { Column } from '@/patterns/list/rows';
import { ExpectedIn } from '@/patterns/macs/countdown';
import { orNothing, TagList } from '@/patterns/macs/names';
import { formatNumber } from '@/patterns/numbers';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';

export function useDeviceColumns(): Column<DeviceRow>[] {
  const { t } = useTranslation('devices');
  return [
    {
      name: 'hostname',
      title: t('column.hostname'),
      sort: 'hostname',
      ascendingOnly: true,
      render: ({ hostname, machineId }) => <NoBreak>{hostname || machineId}</NoBreak>,
    },
    { name: 'health', title: t('column.health'), render: ({ health }) => <StatusChip status={health} /> },
    {
      name: 'clientMode',
      title: t('column.clientMode'),
      render: ({ clientMode }) => (clientMode ? <StatusChip status={clientMode} /> : '—'),
    },
    { name: 'tags', title: t('column.tags'), render: ({ tags }) => <TagList tags={tags} /> },
    {
      name: 'owner',
      title: t('column.owner'),
      render: ({ owner }) => <NoBreak>{orNothing(owner?.displayName)}</NoBreak>,
    },
    {
      name: 'primaryUser',
      title: t('column.primaryUser'),
      hidden: true,
      render: ({ primaryUser }) => orNothing(primaryUser),
    },
    {
      name: 'lastSyncAt',
      title: t('column.lastSync'),
      sort: 'lastSyncAt',
      render: ({ lastSyncAt }) => <RelativeTime at={lastSyncAt} absent={t('never')} />,
    },
    {
      name: 'nextExpectedAt',
      title: t('column.nextExpected'),
      hidden: true,
      render: ({ nextExpectedAt }) => <ExpectedIn at={nextExpectedAt} />,
    },
    {
      name: 'rulesBehind',
      title: t('column.rulesBehind'),
      numeric: true,
      render: ({ rulesBehind }) => formatNumber(rulesBehind),
    },
    {
      name: 'osVersion',
      hidden: true,
      title: t('column.osVersion'),
      render: ({ osVersion }) => orNothing(osVersion),
    },
    {
      name: 'santaVersion',
      title: t('column.santaVersion'),
      render: ({ santaVersion }) => orNothing(santaVersion),
    },
    {
      name: 'serialNumber',
      title: t('column.serialNumber'),
      hidden: true,
      render: ({ serialNumber }) => (serialNumber ? <Identifier value={serialNumber} /> : '—'),
    },
    {
      name: 'modelIdentifier',
      title: t('column.model'),
      hidden: true,
      render: ({ modelIdentifier }) => orNothing(modelIdentifier),
    },
    {
      name: 'machineId',
      title: t('column.machineId'),
      hidden: true,
      render: ({ machineId }) => <Identifier value={machineId} />,
    },
  ];
}

/** A name stays on one line, unless it is longer than anybody's. */
function NoBreak({ children }: { children: ReactNode }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'block',
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        maxWidth: 240,
      }}
    >
      {children}
    </Box>
  );
}
