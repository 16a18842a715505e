import { useTranslation } from 'react-i18next';
import type { SantaEvent } from '@/api/types';
import { Identifier } from '../identifier';
import type { Column } from '../list/rows';
import { StatusChip } from '../status-chip';
import { ExactTime, RelativeTime } from '../time';
import { DeviceName, orNothing } from './names';

/** The columns of every list of executions; a page of one Mac leaves the Mac out. */
export function useEventColumns({ device = true }: { device?: boolean } = {}): Column<SantaEvent>[] {
  const { t } = useTranslation('events');
  const columns: Column<SantaEvent>[] = [
    { name: 'fileName', title: t('column.file'), render: ({ fileName }) => fileName },
    {
      name: 'decision',
      title: t('column.decision'),
      render: ({ decision }) => <StatusChip status={decision} />,
    },
    {
      name: 'device',
      title: t('column.device'),
      render: (event) => <DeviceName device={event.device} />,
    },
    { name: 'user', title: t('column.user'), render: ({ executingUser }) => orNothing(executingUser) },
    {
      name: 'signer',
      title: t('column.signer'),
      render: ({ signer, signingId }) => signer?.organization ?? signer?.commonName ?? orNothing(signingId),
    },
    {
      name: 'path',
      title: t('column.path'),
      hidden: true,
      render: ({ filePath }) => <Identifier value={filePath} length={44} />,
    },
    {
      name: 'sha256',
      title: t('column.sha256'),
      hidden: true,
      render: ({ sha256 }) => <Identifier value={sha256} />,
    },
    {
      name: 'signingId',
      title: t('column.signingId'),
      hidden: true,
      render: ({ signingId }) => (signingId ? <Identifier value={signingId} length={36} /> : '—'),
    },
    {
      name: 'teamId',
      title: t('column.teamId'),
      hidden: true,
      render: ({ teamId }) => (teamId ? <Identifier value={teamId} /> : '—'),
    },
    {
      name: 'cdhash',
      title: t('column.cdhash'),
      hidden: true,
      render: ({ cdhash }) => (cdhash ? <Identifier value={cdhash} /> : '—'),
    },
    {
      name: 'parent',
      title: t('column.parent'),
      hidden: true,
      render: ({ parentName }) => orNothing(parentName),
    },
    {
      name: 'bundle',
      title: t('column.bundle'),
      hidden: true,
      render: ({ bundle }) => orNothing(bundle?.name),
    },
    {
      name: 'occurredAt',
      title: t('column.occurredAt'),
      render: ({ occurredAt }) => <RelativeTime at={occurredAt} />,
    },
    {
      name: 'receivedAt',
      title: t('column.receivedAt'),
      hidden: true,
      render: ({ receivedAt }) => <ExactTime at={receivedAt} />,
    },
  ];
  return device ? columns : columns.filter(({ name }) => name !== 'device');
}
