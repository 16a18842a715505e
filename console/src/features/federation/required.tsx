import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { IdentityProvider, RequiredProvider } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { Form, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import { administratorsQuery, providersQuery, requiredProviderQuery } from './federation-api';

/** Whether people must come in through a provider, and who may without it when it is broken. */
export function Required() {
  const { t } = useTranslation('federation');
  const { id: organization } = useOrganization();
  const required = useQuery(requiredProviderQuery(organization));
  const providers = useQuery(providersQuery(organization));
  const enabled = providers.data?.filter(({ state }) => state === 'ENABLED') ?? [];
  if (enabled.length === 0 && !required.data?.provider) {
    return null;
  }
  return (
    <Section title={t('required.title')} text={t('required.text')}>
      {required.isPending && <PageSkeleton rows={2} />}
      {required.error && (
        <ErrorState problem={toProblem(required.error)} onRetry={() => void required.refetch()} />
      )}
      {required.data && (
        <RequiredForm key={required.dataUpdatedAt} required={required.data} providers={enabled} />
      )}
    </Section>
  );
}

function RequiredForm({
  required,
  providers,
}: {
  required: RequiredProvider;
  providers: IdentityProvider[];
}) {
  const { t } = useTranslation('federation');
  const { id: organization, kind } = useOrganization();
  const administrators = useQuery(administratorsQuery(organization, kind));
  const refresh = useRefresh();
  const notice = useNotice();
  const [provider, setProvider] = useState(required.provider ?? '');
  const [people, setPeople] = useState<string[]>(required.fallbackPeople);
  return (
    <Form
      onSubmit={async () => {
        await answer(
          client.PUT('/api/organizations/{organization}/required-provider', {
            params: { path: { organization } },
            body: { provider: provider || null, fallbackPeople: people },
          }),
        );
        await refresh('required-provider');
        notice({ text: t('required.saved') });
      }}
    >
      {(busy) => (
        <Stack sx={{ gap: 2, pt: 1 }}>
          <FormField
            select
            name="provider"
            label={t('required.provider')}
            value={provider}
            onChange={(event) => setProvider(event.target.value)}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{t('required.none')}</MenuItem>
            {providers.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {t('required.only', { name })}
              </MenuItem>
            ))}
          </FormField>
          {provider && (
            <>
              <FormField
                select
                name="fallbackPeople"
                label={t('required.people')}
                helperText={t('required.peopleHint')}
                value={people}
                onChange={(event) => setPeople(event.target.value as unknown as string[])}
                slotProps={{ select: { multiple: true } }}
              >
                {administrators.data?.map(({ id, displayName }) => (
                  <MenuItem key={id} value={id}>
                    {displayName}
                  </MenuItem>
                ))}
              </FormField>
              <Alert severity="info">{t('required.gone')}</Alert>
            </>
          )}
          <Button type="submit" variant="contained" loading={busy} sx={{ alignSelf: 'flex-start' }}>
            {t('required.save')}
          </Button>
        </Stack>
      )}
    </Form>
  );
}
