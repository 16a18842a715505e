import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { linkOptions, useParams, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { IdentityProvider, ProviderView } from '@/api/types';
import { useAct } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { Identifier } from '@/patterns/identifier';
import { Page } from '@/patterns/page';
import { FactList, Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { ExactTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { providerQuery } from './federation-api';
import { ProviderConnection } from './provider-connection';
import { ProviderMapping } from './provider-mapping';
import { ProviderState } from './providers';
import { ProviderTest } from './provider-test';
import { SamlTrust } from './saml-trust';

/** One provider, in the order in which it is set up: there, here, what claims give, trying it, letting people in. */
export function ProviderPage() {
  const { t } = useTranslation('federation');
  const { t: words } = useTranslation('kinds');
  const { id: organization, slug } = useOrganization();
  const { provider: id = '' } = useParams({ strict: false });
  const provider = useQuery(providerQuery(organization, id));
  const view = provider.data;
  const textThere = ({ kind, preset }: IdentityProvider) =>
    kind === 'OIDC' ? t(`there.${preset}`) : words(kind === 'SAML' ? 'saml.there' : 'ldap.there');
  return (
    <Page
      narrow
      back={{
        link: linkOptions({ to: '/o/$organization/single-sign-on', params: { organization: slug } }),
        label: t('title'),
      }}
      title={view?.provider.name ?? t('provider.title')}
      purpose={view && t(`preset.${view.provider.preset}`)}
      action={view && <ProviderState provider={view.provider} />}
    >
      {provider.isPending && <PageSkeleton rows={6} />}
      {provider.error && (
        <ErrorState problem={toProblem(provider.error)} onRetry={() => void provider.refetch()} />
      )}
      {view && (
        <>
          <EndingNotice view={view} />
          <Section title={t('there.title')} text={textThere(view.provider)}>
            <FactList
              facts={Object.entries(view.addresses).map(([name, value]) => ({
                label: words(`address.${name}`),
                value: <Identifier value={value} length={0} />,
              }))}
            />
          </Section>
          <ProviderConnection key={view.provider.version} provider={view.provider} />
          {view.provider.kind === 'SAML' && <SamlTrust provider={view.provider} />}
          <ProviderMapping key={JSON.stringify(view.rules)} provider={view.provider} rules={view.rules} />
          <ProviderTest provider={view.provider} />
          <LettingIn view={view} />
        </>
      )}
    </Page>
  );
}

/** What must be seen to before people are shut out. */
function EndingNotice({ view: { endings } }: { view: ProviderView }) {
  const { t } = useTranslation('endings');
  if (endings.length === 0) {
    return null;
  }
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {endings.map(({ what, at }) => (
        <Box key={what}>
          {t(`what.${what}`)} <ExactTime at={at} />. {t(`do.${what}`)}
        </Box>
      ))}
    </Alert>
  );
}

/** The last step, and the way back. */
function LettingIn({ view: { provider } }: { view: ProviderView }) {
  const { t } = useTranslation('federation');
  const { id: organization, slug } = useOrganization();
  const act = useAct();
  const router = useRouter();
  const [removing, setRemoving] = useState(false);
  const path = { path: { organization, id: provider.id } };
  const enabled = provider.state === 'ENABLED';
  return (
    <Section title={t('enable.title')} text={t(enabled ? 'enable.textEnabled' : 'enable.text')}>
      <Stack direction="row" sx={{ gap: 1, pt: 1, flexWrap: 'wrap' }}>
        <Button
          variant={enabled ? 'outlined' : 'contained'}
          onClick={() =>
            void act(
              () =>
                answer(
                  client.PUT('/api/organizations/{organization}/identity-providers/{id}/state', {
                    params: path,
                    body: { state: enabled ? 'DRAFT' : 'ENABLED' },
                  }),
                ),
              t(enabled ? 'enable.disabled' : 'enable.enabled', { name: provider.name }),
            )
          }
        >
          {t(enabled ? 'enable.disable' : 'enable.enable')}
        </Button>
        <Button color="error" onClick={() => setRemoving(true)}>
          {t('provider.remove')}
        </Button>
      </Stack>
      <ConfirmDanger
        open={removing}
        title={t('provider.removeTitle', { name: provider.name })}
        text={t('provider.removeText')}
        submit={t('provider.remove')}
        onClose={() => setRemoving(false)}
        onConfirm={async () => {
          await answer(
            client.DELETE('/api/organizations/{organization}/identity-providers/{id}', { params: path }),
          );
          await router.navigate({ to: '/o/$organization/single-sign-on', params: { organization: slug } });
        }}
      />
    </Section>
  );
}
