import AddOutlined from '@mui/icons-material/AddOutlined';
import LoginOutlined from '@mui/icons-material/LoginOutlined';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import MenuItem from '@mui/material/MenuItem';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { IdentityProvider } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { RouterLink } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { EmptyState, ErrorState, PageSkeleton } from '@/patterns/states';
import { StatusChip } from '@/patterns/status-chip';
import { useOrganization } from '@/session/session';
import { providersQuery } from './federation-api';

const kinds = ['OIDC', 'SAML', 'LDAP'] as const;
const products = ['ENTRA_ID', 'OKTA', 'GOOGLE', 'KEYCLOAK', 'OTHER'] as const;
const directories = ['ACTIVE_DIRECTORY', 'OTHER'] as const;

/** Who speaks for the organization's people. */
export function Providers() {
  const { t } = useTranslation('federation');
  const { id: organization } = useOrganization();
  const providers = useQuery(providersQuery(organization));
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('provider.listTitle')}
      text={t('provider.listText')}
      action={
        <Button size="small" startIcon={<AddOutlined />} onClick={() => setAdding(true)}>
          {t('provider.add')}
        </Button>
      }
    >
      {providers.isPending && <PageSkeleton rows={2} />}
      {providers.error && (
        <ErrorState problem={toProblem(providers.error)} onRetry={() => void providers.refetch()} />
      )}
      {providers.data?.length === 0 && (
        <EmptyState
          small
          icon={LoginOutlined}
          title={t('provider.noneTitle')}
          text={t('provider.noneText')}
        />
      )}
      <List disablePadding>
        {providers.data?.map((provider) => (
          <ProviderRow key={provider.id} provider={provider} />
        ))}
      </List>
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}

function ProviderRow({ provider }: { provider: IdentityProvider }) {
  const { t } = useTranslation('federation');
  const { slug } = useOrganization();
  return (
    <ListItem divider disableGutters sx={{ gap: 1 }}>
      <ListItemText
        primary={
          <RouterLink
            to="/o/$organization/single-sign-on/$provider"
            params={{ organization: slug, provider: provider.id }}
          >
            {provider.name}
          </RouterLink>
        }
        secondary={`${t(`preset.${provider.preset}`)} · ${t(`kind.${provider.kind}`)}`}
      />
      <ProviderState provider={provider} />
    </ListItem>
  );
}

export function ProviderState({ provider }: { provider: IdentityProvider }) {
  const { t } = useTranslation('federation');
  return (
    <StatusChip
      status={provider.state === 'ENABLED' ? 'ACTIVE' : 'WAITING'}
      label={t(`provider.state.${provider.state}`)}
    />
  );
}

/** Begins with a draft, so that the addresses to enter at the provider are known. */
function AddDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('federation');
  const { id: organization, slug } = useOrganization();
  const refresh = useRefresh();
  const router = useRouter();
  const { t: words } = useTranslation('kinds');
  const [kind, setKind] = useState<IdentityProvider['kind']>('OIDC');
  return (
    <FormDialog
      open
      title={t('provider.add')}
      text={t('provider.addText')}
      submit={t('provider.addSubmit')}
      onClose={onClose}
      onSubmit={async ({ preset = 'OTHER', name = '' }) => {
        const made = await answer(
          client.POST('/api/organizations/{organization}/identity-providers', {
            params: { path: { organization } },
            body: {
              kind,
              preset: preset as IdentityProvider['preset'],
              name,
              settings: {},
              secondFactorMethods: [],
            },
          }),
        );
        await refresh('identity-providers');
        await router.navigate({
          to: '/o/$organization/single-sign-on/$provider',
          params: { organization: slug, provider: made.provider.id },
        });
      }}
    >
      <FormField
        select
        name="kind"
        label={words('provider.kind')}
        helperText={words('provider.kindHint')}
        value={kind}
        onChange={(event) => setKind(event.target.value as IdentityProvider['kind'])}
      >
        {kinds.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`kind.${one}`)}
          </MenuItem>
        ))}
      </FormField>
      {kind === 'LDAP' ? (
        <FormField
          key="directory"
          select
          name="preset"
          label={t('provider.preset')}
          defaultValue="ACTIVE_DIRECTORY"
          required
        >
          {directories.map((preset) => (
            <MenuItem key={preset} value={preset}>
              {preset === 'OTHER' ? words('preset.OTHER') : t(`preset.${preset}`)}
            </MenuItem>
          ))}
        </FormField>
      ) : (
        <FormField
          key="product"
          select
          name="preset"
          label={t('provider.preset')}
          defaultValue="ENTRA_ID"
          required
        >
          {products.map((preset) => (
            <MenuItem key={preset} value={preset}>
              {t(`preset.${preset}`)}
            </MenuItem>
          ))}
        </FormField>
      )}
      <FormField
        name="name"
        label={t('provider.name')}
        helperText={t('provider.nameHint')}
        required
        slotProps={{ htmlInput: { maxLength: 80 } }}
      />
    </FormDialog>
  );
}
