import { useTranslation } from 'react-i18next';
import type { IdentityProvider } from '@/api/types';
import { FormField } from '@/patterns/form';

const lines = ['baseDn', 'personFilter', 'groupBaseDn', 'subjectAttribute'] as const;

/** Where the directory is, as whom it is asked, and where people and groups are in it. */
export function LdapFields({ provider: { settings, hasSecret } }: { provider: IdentityProvider }) {
  const { t } = useTranslation('kinds');
  return (
    <>
      <FormField
        name="settings.address"
        label={t('ldap.address')}
        helperText={t('ldap.addressHint')}
        defaultValue={settings.address}
      />
      <FormField
        name="settings.certificates"
        label={t('ldap.certificates')}
        helperText={t('ldap.certificatesHint')}
        defaultValue={settings.certificates}
        multiline
        minRows={2}
        maxRows={8}
      />
      <FormField
        name="settings.bindDn"
        label={t('ldap.bindDn')}
        helperText={t('ldap.bindDnHint')}
        defaultValue={settings.bindDn}
        autoComplete="off"
      />
      <FormField
        name="secret"
        type="password"
        label={t('ldap.secret')}
        helperText={t(hasSecret ? 'ldap.secretKept' : 'ldap.secretHint')}
        autoComplete="new-password"
      />
      {lines.map((line) => (
        <FormField
          key={line}
          name={`settings.${line}`}
          label={t(`ldap.${line}`)}
          helperText={t(`ldap.${line}Hint`)}
          defaultValue={settings[line]}
        />
      ))}
    </>
  );
}
