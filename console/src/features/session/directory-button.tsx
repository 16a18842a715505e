import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { SignInWay } from '@/api/types';
import { FormDialog, FormField } from '@/patterns/form';

/** Asks for the name and the password that an organization's directory knows somebody by. */
export function DirectoryButton({ way: { provider, name } }: { way: SignInWay }) {
  const { t } = useTranslation('kinds');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="button" variant="contained" size="large" onClick={() => setOpen(true)}>
        {t('ldap.continue', { name })}
      </Button>
      {open && (
        <FormDialog
          open
          title={name}
          text={t('ldap.signInText')}
          submit={t('ldap.signIn')}
          onClose={() => setOpen(false)}
          onSubmit={async ({ directoryName = '', directoryPassword = '' }) => {
            const { address } = await answer(
              client.POST('/api/sign-in/ldap/{provider}', {
                params: { path: { provider } },
                body: { name: directoryName, password: directoryPassword },
              }),
            );
            window.location.assign(address);
          }}
        >
          <FormField name="directoryName" label={t('ldap.name')} required autoFocus autoComplete="username" />
          <FormField
            name="directoryPassword"
            type="password"
            label={t('ldap.password')}
            required
            autoComplete="current-password"
          />
        </FormDialog>
      )}
    </>
  );
}
