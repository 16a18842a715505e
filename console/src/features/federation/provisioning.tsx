import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { IdentityProvider, Provisioning as ProvisioningState } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { Form, FormField } from '@/patterns/form';
import { Identifier } from '@/patterns/identifier';
import { useNotice } from '@/patterns/notice';
import { RouterLink } from '@/patterns/router-link';
import { FactList, Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import { providersQuery, provisioningQuery } from './federation-api';

/** What to enter into a directory that provisions people by SCIM, and what its groups give. */
export function Provisioning() {
  const { t } = useTranslation('provisioning');
  const { id: organization, slug } = useOrganization();
  const provisioning = useQuery(provisioningQuery(organization));
  const providers = useQuery(providersQuery(organization));
  const error = provisioning.error ?? providers.error;
  return (
    <Section
      title={t('title')}
      text={t('text')}
      action={
        <RouterLink to="/o/$organization/keys" params={{ organization: slug }}>
          {t('account')}
        </RouterLink>
      }
    >
      {(provisioning.isPending || providers.isPending) && <PageSkeleton rows={3} />}
      {error && <ErrorState problem={toProblem(error)} onRetry={() => void provisioning.refetch()} />}
      {provisioning.data && <Facts provisioning={provisioning.data} />}
      {provisioning.data && providers.data && providers.data.length > 0 && (
        <ConnectionForm
          key={provisioning.dataUpdatedAt}
          provisioning={provisioning.data}
          providers={providers.data}
        />
      )}
    </Section>
  );
}

function Facts({ provisioning }: { provisioning: ProvisioningState }) {
  const { t } = useTranslation('provisioning');
  const { address, users, groups } = provisioning;
  return (
    <FactList
      facts={[
        { label: t('address'), value: <Identifier value={address} length={0} /> },
        { label: t('users'), value: users },
        {
          label: t('groups'),
          value:
            groups.length === 0
              ? t('groupsNone')
              : groups
                  .map(({ displayName, members }) => `${displayName} (${t('members', { count: members })})`)
                  .join(', '),
        },
      ]}
    />
  );
}

function ConnectionForm({
  provisioning,
  providers,
}: {
  provisioning: ProvisioningState;
  providers: IdentityProvider[];
}) {
  const { t } = useTranslation('provisioning');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [provider, setProvider] = useState(provisioning.providerId ?? '');
  const [claim, setClaim] = useState(provisioning.groupsClaim ?? 'groups');
  const name = providers.find(({ id }) => id === provider)?.name;
  return (
    <Form
      onSubmit={async () => {
        await save(organization, provider, claim);
        await refresh('provisioning');
        notice({ text: provider ? t('connected', { name }) : t('disconnected') });
      }}
    >
      {(busy) => (
        <Stack sx={{ gap: 2, pt: 2 }}>
          <FormField
            select
            name="providerId"
            label={t('provider')}
            value={provider}
            onChange={(event) => setProvider(event.target.value)}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{t('none')}</MenuItem>
            {providers.map(({ id, name: shown }) => (
              <MenuItem key={id} value={id}>
                {shown}
              </MenuItem>
            ))}
          </FormField>
          {provider && (
            <FormField
              name="groupsClaim"
              label={t('claim')}
              helperText={t('claimHint')}
              value={claim}
              onChange={(event) => setClaim(event.target.value)}
            />
          )}
          <Button type="submit" variant="contained" loading={busy} sx={{ alignSelf: 'flex-start' }}>
            {t('connect')}
          </Button>
        </Stack>
      )}
    </Form>
  );
}

const save = (organization: string, providerId: string, groupsClaim: string) => {
  const params = { params: { path: { organization } } };
  return providerId
    ? answer(
        client.PUT('/api/organizations/{organization}/provisioning', {
          ...params,
          body: { providerId, groupsClaim },
        }),
      )
    : answer(client.DELETE('/api/organizations/{organization}/provisioning', params));
};
