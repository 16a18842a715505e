import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import MenuItem from '@mui/material/MenuItem';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import { FormField } from '@/patterns/form';
import { Page } from '@/patterns/page';
import { RouterButton } from '@/patterns/router-link';
import { EmptyState, ErrorState, NoPermission, PageSkeleton } from '@/patterns/states';
import { useSession } from '@/session/session';
import { PlainShell } from '@/shell/plain-shell';
import { CreateOrganization } from './create-organization';
import { OrganizationTable } from './organization-table';

/** The operator's page: top-level organizations, without a look into any of them. */
export function InstallationPage() {
  const { operator } = useSession();
  return (
    <PlainShell>
      {operator ? <Installation /> : <NoPermission permission="installation.operate" />}
    </PlainShell>
  );
}

function Installation() {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const organizations = useQuery({
    queryKey: ['installation', 'organizations'],
    queryFn: () => answer(client.GET('/api/installation/organizations')),
  });
  return (
    <Page
      narrow
      title={t('installation.title')}
      purpose={t('installation.purpose')}
      action={
        <>
          <RouterButton to="/installation/mail" search={{}} color="inherit" variant="outlined">
            {t('installation.mail')}
          </RouterButton>
          <CreateOrganization
            label={t('installation.create')}
            text={t('installation.createText')}
            create={async ({ name = '', kind, adminEmail = '' }) => {
              const created = await answer(
                client.POST('/api/installation/organizations', {
                  body: { name, adminEmail, kind: kind === 'PROVIDER' ? 'PROVIDER' : 'ENTERPRISE' },
                }),
              );
              await queries.invalidateQueries({ queryKey: ['installation'] });
              return created;
            }}
          >
            <FormField name="kind" label={t('create.kind')} select defaultValue="ENTERPRISE">
              <MenuItem value="ENTERPRISE">{t('create.enterprise')}</MenuItem>
              <MenuItem value="PROVIDER">{t('create.provider')}</MenuItem>
            </FormField>
          </CreateOrganization>
        </>
      }
    >
      {organizations.isPending && <PageSkeleton rows={3} />}
      {organizations.error && (
        <ErrorState problem={toProblem(organizations.error)} onRetry={() => void organizations.refetch()} />
      )}
      {organizations.data?.length === 0 && (
        <EmptyState
          icon={BusinessOutlined}
          title={t('installation.emptyTitle')}
          text={t('installation.emptyText')}
        />
      )}
      {organizations.data && organizations.data.length > 0 && (
        <OrganizationTable organizations={organizations.data} />
      )}
    </Page>
  );
}
