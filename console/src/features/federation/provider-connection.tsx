import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { IdentityProvider } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { Form, FormField, type FormValues } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { Section } from '@/patterns/section';
import { useOrganization } from '@/session/session';
import { KindFields } from './kind-fields';

const facts = ['email', 'displayName', 'department', 'title', 'costCenter', 'manager'] as const;

/** Where the provider is, as whom it knows us, and under which names it says what. */
export function ProviderConnection({ provider }: { provider: IdentityProvider }) {
  const { t } = useTranslation('federation');
  const save = useSave(provider);
  const { claimNames } = provider;
  return (
    <Form onSubmit={save}>
      {(busy) => (
        <>
          <Section title={t('here.title')} text={t('here.text')}>
            <Stack sx={{ gap: 2, pt: 1 }}>
              <FormField name="name" label={t('provider.name')} defaultValue={provider.name} required />
              {provider.kind === 'OIDC' ? (
                <OidcFields provider={provider} />
              ) : (
                <KindFields provider={provider} />
              )}
              <FormField
                name="secondFactorMethods"
                label={t('here.secondFactor')}
                helperText={t('here.secondFactorHint')}
                defaultValue={provider.secondFactorMethods.join(' ')}
              />
            </Stack>
          </Section>
          <Section title={t('claims.heading')} text={t('claims.text')}>
            <Stack sx={{ gap: 2, pt: 1 }}>
              {facts.map((fact) => (
                <FormField
                  key={fact}
                  name={`claimNames.${fact}`}
                  label={t(`claims.${fact}`)}
                  defaultValue={claimNames[fact]}
                  required={fact === 'email'}
                />
              ))}
              <Button type="submit" variant="contained" loading={busy} sx={{ alignSelf: 'flex-start' }}>
                {t('here.save')}
              </Button>
            </Stack>
          </Section>
        </>
      )}
    </Form>
  );
}

function OidcFields({
  provider: { settings, preset, hasSecret, secretExpiresOn },
}: {
  provider: IdentityProvider;
}) {
  const { t } = useTranslation('federation');
  return (
    <>
      {preset !== 'GOOGLE' && (
        <FormField
          name="settings.issuer"
          label={t('here.issuer')}
          helperText={t(`here.issuerHint.${preset}`)}
          defaultValue={settings.issuer}
          type="url"
        />
      )}
      <FormField name="settings.clientId" label={t('here.clientId')} defaultValue={settings.clientId} />
      <FormField
        name="secret"
        type="password"
        label={t('here.secret')}
        helperText={t(hasSecret ? 'here.secretKept' : 'here.secretHint')}
        autoComplete="off"
      />
      <FormField
        name="secretExpiresOn"
        type="date"
        label={t('here.secretExpires')}
        helperText={t('here.secretExpiresHint')}
        defaultValue={secretExpiresOn ?? ''}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <FormField
        name="settings.scopes"
        label={t('here.scopes')}
        helperText={t('here.scopesHint')}
        defaultValue={settings.scopes}
      />
      {preset === 'GOOGLE' && (
        <FormField
          name="settings.hostedDomain"
          label={t('here.hostedDomain')}
          helperText={t('here.hostedDomainHint')}
          defaultValue={settings.hostedDomain}
        />
      )}
    </>
  );
}

/** All fields whose name says so are settings of the kind. */
function settingsOf(values: FormValues): Record<string, string> {
  const prefix = 'settings.';
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value.trim()]),
  );
}

function useSave(provider: IdentityProvider): (values: FormValues) => Promise<void> {
  const { t } = useTranslation('federation');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return async (values) => {
    const text = (name: string) => (values[name] ?? '').trim();
    await answer(
      client.PUT('/api/organizations/{organization}/identity-providers/{id}', {
        params: { path: { organization, id: provider.id } },
        body: {
          kind: provider.kind,
          preset: provider.preset,
          name: text('name'),
          settings: {
            ...provider.settings,
            ...settingsOf(values),
          },
          secret: values.secret || null,
          secretExpiresOn: values.secretExpiresOn || null,
          claimNames: {
            email: text('claimNames.email'),
            displayName: text('claimNames.displayName'),
            department: text('claimNames.department'),
            title: text('claimNames.title'),
            costCenter: text('claimNames.costCenter'),
            manager: text('claimNames.manager'),
          },
          secondFactorMethods: text('secondFactorMethods').split(/\s+/).filter(Boolean),
        },
      }),
    );
    await refresh('identity-providers');
    notice({ text: t('here.saved') });
  };
}
