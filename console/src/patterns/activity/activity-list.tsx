import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import { linkOptions } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Activity } from '@/api/types';
import { ListPage } from '../list/list-page';
import { useList } from '../list/use-list';
import { TargetLink } from '../router-link';
import { useOrganization, usePermission } from '@/session/session';
import { useActivityColumns, useActivityFilters } from './activity-columns';

/** Activity in the organization; of one person, within that person's page. */
export function ActivityList({ person }: { person?: string }) {
  const { t } = useTranslation('activity');
  const { id: organization, slug } = useOrganization();
  const mayExport = usePermission('ledger.export');
  const list = useList<Activity>({
    key: [organization, 'activity', person ?? 'all'],
    filters: useActivityFilters(),
    load: ({ kind, from, to }, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/activity', {
          params: {
            path: { organization },
            query: { person, kind: kind as Activity['kind'] | undefined, from, to, cursor },
          },
        }),
      ),
  });
  const columns = useActivityColumns({ people: !person }).map((column) =>
    column.name === 'person'
      ? {
          ...column,
          render: ({ person: who }: Activity) => (
            <TargetLink
              target={linkOptions({
                to: '/o/$organization/people/$person',
                params: { organization: slug, person: who.id },
              })}
            >
              {who.displayName}
            </TargetLink>
          ),
        }
      : column,
  );
  return (
    <ListPage
      embedded={Boolean(person)}
      title={t('title')}
      purpose={t('purpose')}
      list={list}
      columns={columns}
      rowKey={({ id }) => id}
      exportPath={mayExport && !person ? `/api/organizations/${organization}/activity/export` : undefined}
      exportConfirmed
      empty={{ icon: HistoryOutlined, title: t('empty.title'), text: t('empty.text') }}
    />
  );
}
