import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { IdentityProvider } from '@/api/types';
import { FormDialog, FormField } from '@/patterns/form';
import { useOrganization } from '@/session/session';
import { lastTestQuery } from './federation-api';

/** Tries a name and a password of the directory; nobody is signed in. */
export function DirectoryTest({ provider }: { provider: IdentityProvider }) {
  const { t } = useTranslation('kinds');
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {t('ldap.test')}
      </Button>
      {open && (
        <FormDialog
          open
          title={t('ldap.test')}
          text={t('ldap.testText')}
          submit={t('ldap.testSubmit')}
          onClose={() => setOpen(false)}
          onSubmit={async ({ name = '', password = '' }) => {
            await answer(
              client.POST('/api/organizations/{organization}/identity-providers/{id}/ldap/test', {
                params: { path: { organization, id: provider.id } },
                body: { name, password },
              }),
            );
            await queries.invalidateQueries({ queryKey: lastTestQuery(organization, provider.id).queryKey });
          }}
        >
          <FormField name="name" label={t('ldap.name')} required autoFocus autoComplete="off" />
          <FormField name="password" type="password" label={t('ldap.password')} required autoComplete="off" />
        </FormDialog>
      )}
    </>
  );
}
