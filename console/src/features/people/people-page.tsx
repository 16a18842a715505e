import PeopleOutlined from '@mui/icons-material/PeopleOutlined';
import { linkOptions } from '@tanstack/react-router';
import { lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Person } from '@/api/types';
import { ListPage } from '@/patterns/list/list-page';
import type { Column } from '@/patterns/list/rows';
import { useList, type Filter } from '@/patterns/list/use-list';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';
import { InvitationList } from './invitation-list';
import { InviteButton } from './invite-button';
import { useQuery } from '@tanstack/react-query';
import { rolesQuery } from './people-api';

const PersonDetails = lazy(() => import('./person-page').then((page) => ({ default: page.PersonDetails })));

export function PeoplePage() {
  const { t } = useTranslation('people');
  const { id: organization, slug } = useOrganization();
  const mayManage = usePermission('people.manage');
  const filters = useFilters(organization);
  const list = useList<Person>({
    key: [organization, 'people', 'list'],
    filters,
    load: (query, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/people', {
          params: { path: { organization }, query: { ...query, cursor } },
        }),
      ),
  });
  return (
    <ListPage
      title={t('title')}
      purpose={t('purpose')}
      action={mayManage && <InviteButton />}
      list={list}
      columns={useColumns()}
      rowKey={({ id }) => id}
      rowLink={(id) =>
        linkOptions({ to: '/o/$organization/people/$person', params: { organization: slug, person: id } })
      }
      detail={PersonDetails}
      searchLabel={t('search')}
      exportPath={`/api/organizations/${organization}/people/export`}
      banner={mayManage && <InvitationList />}
      empty={{
        icon: PeopleOutlined,
        title: t('empty.title'),
        text: t('empty.text'),
        action: mayManage && <InviteButton />,
      }}
    />
  );
}

function useFilters(organization: string): Filter[] {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  const { t: status } = useTranslation('status');
  const { data: roles } = useQuery(rolesQuery(organization));
  return useMemo(
    () => [
      {
        name: 'role',
        label: t('column.roles'),
        kind: 'choice',
        options: (roles ?? []).map(({ name }) => ({ value: name, label: common(`role.${name}`) })),
      },
      {
        name: 'state',
        label: t('column.state'),
        kind: 'choice',
        options: ['ACTIVE', 'SUSPENDED'].map((state) => ({ value: state, label: status(state) })),
      },
    ],
    [t, common, status, roles],
  );
}

function useColumns(): Column<Person>[] {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  return [
    {
      name: 'displayName',
      title: t('column.name'),
      sort: 'displayName',
      render: ({ displayName }) => displayName,
    },
    { name: 'email', title: t('column.email'), sort: 'email', render: ({ email }) => email },
    {
      name: 'roles',
      title: t('column.roles'),
      render: ({ roles }) => roles.map((role) => common(`role.${role}`)).join(', '),
    },
    { name: 'state', title: t('column.state'), render: ({ state }) => <StatusChip status={state} /> },
    {
      name: 'lastSignInAt',
      title: t('column.lastSignIn'),
      sort: 'lastSignInAt',
      render: ({ lastSignInAt }) => <RelativeTime at={lastSignInAt} absent={t('never')} />,
    },
    {
      name: 'joinedAt',
      title: t('column.joined'),
      hidden: true,
      render: ({ joinedAt }) => <RelativeTime at={joinedAt} />,
    },
  ];
}
