import ApartmentOutlined from '@mui/icons-material/ApartmentOutlined';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import { Page } from '@/patterns/page';
import { RouterButton } from '@/patterns/router-link';
import { EmptyState, ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission, useSession } from '@/session/session';
import { CreateOrganization } from './create-organization';
import { OrganizationTable } from './organization-table';

/** The provider's customers; one enters those in which one has a role. */
export function CustomersPage() {
  const { t } = useTranslation('organizations');
  const { id: organization } = useOrganization();
  const { memberships } = useSession();
  const mayCreate = usePermission('customer.create');
  const queries = useQueryClient();
  const customers = useQuery({
    queryKey: [organization, 'customers'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/customers', { params: { path: { organization } } }),
      ),
  });
  const own = new Set(memberships.map((membership) => membership.organization.id));
  const create = mayCreate && (
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
  return (
    <Page title={t('customers.title')} purpose={t('customers.purpose')} action={create}>
      {customers.isPending && <PageSkeleton rows={3} />}
      {customers.error && (
        <ErrorState problem={toProblem(customers.error)} onRetry={() => void customers.refetch()} />
      )}
      {customers.data?.length === 0 && (
        <EmptyState
          icon={ApartmentOutlined}
          title={t('customers.emptyTitle')}
          text={t('customers.emptyText')}
        />
      )}
      {customers.data && customers.data.length > 0 && (
        <OrganizationTable
          organizations={customers.data}
          actionOf={(customer) =>
            own.has(customer.id) && (
              <RouterButton
                to="/o/$organization"
                params={{ organization: customer.slug }}
                variant="outlined"
                size="small"
              >
                {t('customers.open')}
              </RouterButton>
            )
          }
        />
      )}
    </Page>
  );
}
