import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import MenuItem from '@mui/material/MenuItem';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Organization } from '@/api/types';
import { FormField } from '@/patterns/form';
import { ListPage } from '@/patterns/list/list-page';
import { useList } from '@/patterns/list/use-list';
import { RouterButton } from '@/patterns/router-link';
import { NoPermission } from '@/patterns/states';
import { useSession } from '@/session/session';
import { PlainShell } from '@/shell/plain-shell';
import { CreateOrganization } from './create-organization';
import { useOrganizationColumns } from './organization-columns';

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
  const list = useList<Organization>({
    key: ['installation', 'organizations'],
    filters: [],
    load: (query, cursor) =>
      answer(client.GET('/api/installation/organizations', { params: { query: { ...query, cursor } } })),
  });
  return (
    <ListPage
      title={t('installation.title')}
      purpose={t('installation.purpose')}
      action={
        <>
          <RouterButton to="/installation/domain-claims" color="inherit" variant="outlined">
            {t('installation.domains')}
          </RouterButton>
          <RouterButton to="/installation/mail" search={{}} color="inherit" variant="outlined">
            {t('installation.mail')}
          </RouterButton>
          <CreateTopLevel />
        </>
      }
      list={list}
      columns={useOrganizationColumns()}
      rowKey={({ id }) => id}
      searchLabel={t('installation.search')}
      empty={{
        icon: BusinessOutlined,
        title: t('installation.emptyTitle'),
        text: t('installation.emptyText'),
      }}
    />
  );
}

function CreateTopLevel() {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  return (
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
  );
}
