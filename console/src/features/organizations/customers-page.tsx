import ApartmentOutlined from '@mui/icons-material/ApartmentOutlined';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Organization } from '@/api/types';
import { ListPage } from '@/patterns/list/list-page';
import { useList } from '@/patterns/list/use-list';
import { RouterButton } from '@/patterns/router-link';
import { useOrganization, usePermission, useSession } from '@/session/session';
import { CreateOrganization } from './create-organization';
import { useOrganizationColumns } from './organization-columns';

/** The provider's customers; one enters those in which one has a role. */
export function CustomersPage() {
  const { t } = useTranslation('organizations');
  const { id: organization } = useOrganization();
  const mayCreate = usePermission('customer.create');
  const list = useList<Organization>({
    key: [organization, 'customers'],
    filters: [],
    load: (query, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/customers', {
          params: { path: { organization }, query: { ...query, cursor } },
        }),
      ),
  });
  const create = mayCreate && <CreateCustomer />;
  return (
    <ListPage
      title={t('customers.title')}
      purpose={t('customers.purpose')}
      action={create}
      list={list}
      columns={[...useOrganizationColumns(), useEntry()]}
      rowKey={({ id }) => id}
      searchLabel={t('customers.search')}
      empty={{
        icon: ApartmentOutlined,
        title: t('customers.emptyTitle'),
        text: t('customers.emptyText'),
        action: create,
      }}
    />
  );
}

function useEntry() {
  const { t } = useTranslation('organizations');
  const { memberships } = useSession();
  const own = new Set(memberships.map((membership) => membership.organization.id));
  return {
    name: 'open',
    title: t('customers.entry'),
    render: ({ id, slug }: Organization) =>
      own.has(id) && (
        <RouterButton to="/o/$organization" params={{ organization: slug }} variant="outlined" size="small">
          {t('customers.open')}
        </RouterButton>
      ),
  };
}

function CreateCustomer() {
  const { t } = useTranslation('organizations');
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  return (
    <CreateOrganization
      label={t('customers.create')}
      text={t('customers.createText')}
      create={async ({ name = '', adminEmail = '' }) => {
        const created = await answer(
          client.POST('/api/organizations/{organization}/customers', {
            params: { path: { organization } },
            body: { name, adminEmail },
          }),
        );
        await queries.invalidateQueries({ queryKey: [organization, 'customers'] });
        return created;
      }}
    />
  );
}
