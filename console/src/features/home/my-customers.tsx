import BusinessCenterOutlined from '@mui/icons-material/BusinessCenterOutlined';
import { linkOptions } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { PortfolioRow } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { ListPage } from '@/patterns/list/list-page';
import { useList } from '@/patterns/list/use-list';
import { useLive } from '@/patterns/live';
import { useOrganization } from '@/session/session';
import { useCustomerColumns } from './customer-columns';

/** The customers that one is engaged for, with how things stand there. A row leads into the customer. */
export function MyCustomers({ embedded, action }: { embedded?: boolean; action?: ReactNode }) {
  const { t } = useTranslation('home');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  useLive('engagement', () => void refresh('portfolio'));
  const list = useList<PortfolioRow>({
    key: [organization, 'portfolio'],
    filters: [],
    defaultSort: 'name',
    load: ({ text, sort }, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/portfolio', {
          params: { path: { organization }, query: { search: text, sort, cursor } },
        }),
      ),
  });
  const slugs = new Map(list.rows.map(({ id, slug }) => [id, slug]));
  // What one may do there comes from the own roles: whoever has nothing to see at one customer has nothing at any.
  const mayEnter = list.rows.some((row) => row.mayEnter);
  return (
    <ListPage
      embedded={embedded}
      title={t('customers.title')}
      purpose={t('customers.purpose')}
      action={action}
      list={list}
      columns={useCustomerColumns()}
      rowKey={({ id }) => id}
      rowLink={
        mayEnter
          ? (id) => linkOptions({ to: '/o/$organization', params: { organization: slugs.get(id) ?? '' } })
          : undefined
      }
      searchLabel={t('customers.search')}
      empty={{
        icon: BusinessCenterOutlined,
        title: t('customers.emptyTitle'),
        text: t('customers.emptyText'),
      }}
    />
  );
}
