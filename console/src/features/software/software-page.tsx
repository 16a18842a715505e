import AppsOutlined from '@mui/icons-material/AppsOutlined';
import { linkOptions } from '@tanstack/react-router';
import { lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Software } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { ListPage } from '@/patterns/list/list-page';
import type { Column } from '@/patterns/list/rows';
import { useList, type Filter } from '@/patterns/list/use-list';
import { orNothing } from '@/patterns/macs/names';
import { formatNumber } from '@/patterns/numbers';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';

const ProgramDetails = lazy(() =>
  import('./program-page').then((page) => ({ default: page.ProgramDetails })),
);

export function SoftwarePage() {
  const { t } = useTranslation('software');
  const { id: organization, slug } = useOrganization();
  const list = useList<Software>({
    key: [organization, 'software', 'list'],
    filters: useMemo<Filter[]>(
      () => [
        { name: 'signer', label: t('column.signer'), kind: 'text' },
        {
          name: 'blocked',
          label: t('filter.blocked'),
          kind: 'choice',
          options: [
            { value: 'true', label: t('filter.blockedYes') },
            { value: 'false', label: t('filter.blockedNo') },
          ],
        },
      ],
      [t],
    ),
    load: (query, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/software', {
          params: { path: { organization }, query: { ...query, cursor } },
        }),
      ),
  });
  return (
    <ListPage
      title={t('title')}
      purpose={t('purpose')}
      list={list}
      columns={useColumns()}
      rowKey={({ sha256 }) => sha256}
      rowLink={(sha256) =>
        linkOptions({ to: '/o/$organization/software/$sha256', params: { organization: slug, sha256 } })
      }
      detail={ProgramDetails}
      searchLabel={t('search')}
      empty={{ icon: AppsOutlined, title: t('empty.title'), text: t('empty.text') }}
    />
  );
}

function useColumns(): Column<Software>[] {
  const { t } = useTranslation('software');
  return [
    { name: 'fileName', title: t('column.name'), render: ({ fileName }) => fileName },
    {
      name: 'signer',
      title: t('column.signer'),
      render: ({ signer }) => orNothing(signer?.organization ?? signer?.commonName),
    },
    {
      name: 'devices',
      title: t('column.devices'),
      numeric: true,
      render: ({ devices }) => formatNumber(devices),
    },
    {
      name: 'blocks',
      title: t('column.blocks'),
      numeric: true,
      render: ({ blocks }) => formatNumber(blocks),
    },
    {
      name: 'executions',
      title: t('column.executions'),
      numeric: true,
      hidden: true,
      render: ({ executions }) => formatNumber(executions),
    },
    {
      name: 'firstSeenAt',
      title: t('column.firstSeen'),
      sort: 'firstSeenAt',
      render: ({ firstSeenAt }) => <RelativeTime at={firstSeenAt} />,
    },
    {
      name: 'lastSeenAt',
      title: t('column.lastSeen'),
      render: ({ lastSeenAt }) => <RelativeTime at={lastSeenAt} />,
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
      name: 'sha256',
      title: t('column.sha256'),
      hidden: true,
      render: ({ sha256 }) => <Identifier value={sha256} />,
    },
  ];
}
