import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { linkOptions } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { CatalogueEntry } from '@/api/types';
import { BackLink } from '@/patterns/back-link';
import { Identifier } from '@/patterns/identifier';
import { ListPage } from '@/patterns/list/list-page';
import type { Column } from '@/patterns/list/rows';
import { useList } from '@/patterns/list/use-list';
import { formatNumber } from '@/patterns/numbers';
import { RelativeTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';
import { EntryDialog } from './entry-dialog';
import { RemoveDialog } from './remove-dialog';
import { teamNamesQuery } from './teams-api';

/** What is approved beforehand, for those who curate it. */
export function EntriesPage() {
  const { t } = useTranslation('catalogue');
  const { id: organization, slug } = useOrganization();
  const curates = usePermission('rule.manage');
  const [editing, setEditing] = useState<CatalogueEntry | 'new' | null>(null);
  const [removing, setRemoving] = useState<CatalogueEntry | null>(null);
  const list = useList<CatalogueEntry>({
    key: [organization, 'catalogue', 'entries'],
    filters: [],
    load: (query, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/catalogue/entries', {
          params: { path: { organization }, query: { ...query, cursor } },
        }),
      ),
  });
  const add = curates && (
    <Button variant="contained" onClick={() => setEditing('new')}>
      {t('curate.add')}
    </Button>
  );
  return (
    <>
      <ListPage
        title={t('curate.title')}
        purpose={t('curate.purpose')}
        action={add}
        list={list}
        columns={useColumns(curates, setEditing, setRemoving)}
        rowKey={({ id }) => id}
        searchLabel={t('search')}
        banner={
          <BackLink
            link={linkOptions({ to: '/o/$organization/catalogue', params: { organization: slug } })}
            label={t('title')}
          />
        }
        empty={{
          icon: StorefrontOutlined,
          title: t('curate.emptyTitle'),
          text: t('curate.emptyText'),
          action: add,
        }}
      />
      {editing && <EntryDialog entry={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {removing && <RemoveDialog entry={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

function useColumns(
  curates: boolean,
  onEdit: (entry: CatalogueEntry) => void,
  onRemove: (entry: CatalogueEntry) => void,
): Column<CatalogueEntry>[] {
  const { t } = useTranslation('catalogue');
  const { t: macs } = useTranslation('macs');
  const { id: organization } = useOrganization();
  const { data: teams = [] } = useQuery(teamNamesQuery(organization));
  const nameOf = (id: string) => teams.find((team) => team.id === id)?.name ?? t('curate.goneTeam');
  const columns: Column<CatalogueEntry>[] = [
    { name: 'name', title: t('field.name'), render: ({ name }) => name },
    {
      name: 'rule',
      title: t('field.rule'),
      render: ({ ruleType, identifier }) => (
        <>
          {macs(`ruleType.${ruleType}`)} <Identifier value={identifier} length={30} />
        </>
      ),
    },
    {
      name: 'audience',
      title: t('field.audience'),
      render: ({ teams: only }) => (only.length ? only.map(nameOf).join(', ') : t('everybody')),
    },
    {
      name: 'days',
      title: t('field.days'),
      render: ({ days }) => (days ? t('days', { count: days }) : t('forGood')),
    },
    {
      name: 'macs',
      title: t('field.macs'),
      numeric: true,
      render: ({ macs: count }) => formatNumber(count),
    },
    {
      name: 'changedAt',
      title: t('field.changed'),
      render: ({ changedAt, changedBy }) => (
        <>
          <RelativeTime at={changedAt} /> · {changedBy}
        </>
      ),
    },
    {
      name: 'actions',
      title: t('field.actions'),
      render: (entry) => (
        <>
          <Button
            size="small"
            onClick={() => onEdit(entry)}
            aria-label={t('curate.editThis', { name: entry.name })}
          >
            {t('curate.edit')}
          </Button>
          <Button
            size="small"
            color="inherit"
            onClick={() => onRemove(entry)}
            aria-label={t('curate.removeThis', { name: entry.name })}
          >
            {t('curate.remove')}
          </Button>
        </>
      ),
    },
  ];
  return columns.filter(({ name }) => curates || name !== 'actions');
}
