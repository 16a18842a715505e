import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { Form, FormField, type FormValues } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { OrganizationMark } from '@/patterns/organization-mark';
import { Page } from '@/patterns/page';
import { RouterLink } from '@/patterns/router-link';
import { FactList, Section } from '@/patterns/section';
import { sessionQuery, useOrganization } from '@/session/session';
import { isHex, readableOn } from '@/theme/contrast';
import { LogoSection } from './logo-section';

const zones = Intl.supportedValuesOf('timeZone');

/** What the organization is called, how it looks, which clock it follows, how a Mac gets its owner. */
export function SettingsPage() {
  const { t } = useTranslation('organizations');
  const organization = useOrganization();
  const queries = useQueryClient();
  const router = useRouter();
  const notice = useNotice();
  const [name, setName] = useState(organization.name);
  const [accent, setAccent] = useState(organization.accentColor);
  const save = async (values: FormValues) => {
    await answer(
      client.PATCH('/api/organizations/{organization}', {
        params: { path: { organization: organization.id } },
        body: {
          name: values.name,
          accentColor: values.accentColor,
          timeZone: values.timeZone,
          ownershipConfirmation:
            values.ownershipConfirmation === 'PRIMARY_USER_EMAIL' ? 'PRIMARY_USER_EMAIL' : 'ADMIN',
        },
      }),
    );
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await router.invalidate();
    notice({ text: t('settings.saved') });
  };
  return (
    <Page narrow title={t('settings.title')} purpose={t('settings.purpose')}>
      <LogoSection />
      <Form onSubmit={save}>
        {(busy) => (
          <>
            <Section title={t('settings.identity')} text={t('settings.identityText')}>
              <Stack sx={{ gap: 2, pt: 1 }}>
                <FormField
                  name="name"
                  label={t('settings.name')}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                  required
                />
                <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
                  <Box
                    component="input"
                    type="color"
                    aria-label={t('settings.pick')}
                    value={isHex(accent) ? accent : '#000000'}
                    onChange={(event: React.ChangeEvent<HTMLInputElement>) => setAccent(event.target.value)}
                    sx={{
                      width: 40,
                      height: 40,
                      p: 0.25,
                      border: 1,
                      borderColor: 'divider',
                      borderRadius: 1,
                      bgcolor: 'transparent',
                    }}
                  />
                  <FormField
                    name="accentColor"
                    label={t('settings.accent')}
                    helperText={t('settings.accentHint')}
                    value={accent}
                    onChange={(event) => setAccent(event.target.value)}
                    slotProps={{ htmlInput: { pattern: '#[0-9a-fA-F]{6}', maxLength: 7 } }}
                    required
                  />
                </Box>
                <AccentPreview name={name} accent={accent} />
              </Stack>
            </Section>
            <Section title={t('settings.zoneTitle')} text={t('settings.zoneText')}>
              <Box sx={{ pt: 1 }}>
                <FormField
                  name="timeZone"
                  label={t('settings.zone')}
                  select
                  defaultValue={organization.timeZone}
                >
                  {[...new Set([organization.timeZone, 'UTC', ...zones])].sort().map((zone) => (
                    <MenuItem key={zone} value={zone}>
                      {zone}
                    </MenuItem>
                  ))}
                </FormField>
              </Box>
            </Section>
            <Section title={t('settings.ownershipTitle')} text={t('settings.ownershipText')}>
              <Box sx={{ pt: 1 }}>
                <FormField
                  name="ownershipConfirmation"
                  label={t('settings.ownership')}
                  select
                  defaultValue={organization.ownershipConfirmation ?? 'ADMIN'}
                >
                  <MenuItem value="ADMIN">{t('settings.ownershipAdmin')}</MenuItem>
                  <MenuItem value="PRIMARY_USER_EMAIL">{t('settings.ownershipPrimaryUser')}</MenuItem>
                </FormField>
              </Box>
            </Section>
            <Button type="submit" variant="contained" loading={busy}>
              {t('settings.save')}
            </Button>
          </>
        )}
      </Form>
      <SignInSection />
    </Page>
  );
}

/** Where the rules for signing in are, which people look for here. */
function SignInSection() {
  const { t } = useTranslation('organizations');
  const { slug } = useOrganization();
  return (
    <Section title={t('settings.signInTitle')} text={t('settings.signInText')}>
      <RouterLink to="/o/$organization/sign-in" params={{ organization: slug }}>
        {t('settings.signInLink')}
      </RouterLink>
    </Section>
  );
}

/** The accent as both schemes will show it, after the check of its contrast. */
function AccentPreview({ name, accent }: { name: string; accent: string }) {
  const { t } = useTranslation('organizations');
  const schemes = [
    { scheme: t('settings.light'), paper: '#ffffff', text: '#171a21' },
    { scheme: t('settings.dark'), paper: '#171a20', text: '#e8eaef' },
  ];
  return (
    <FactList
      facts={schemes.map(({ scheme, paper, text }) => ({
        label: scheme,
        value: (
          <Box
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1.25,
              bgcolor: paper,
              color: text,
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
              px: 1.5,
              py: 1,
            }}
          >
            <OrganizationMark organization={{ name, accentColor: accent }} />
            <span>{name}</span>
            <Box component="span" sx={{ ml: 'auto', fontWeight: 600, color: readableOn(paper, accent) }}>
              {readableOn(paper, accent)}
            </Box>
          </Box>
        ),
      }))}
    />
  );
}
