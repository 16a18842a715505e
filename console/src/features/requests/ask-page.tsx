import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { useRefresh } from '@/patterns/act';
import { Form, FormField } from '@/patterns/form';
import { JustificationField } from '@/patterns/macs/justification';
import { myDevicesQuery } from '@/patterns/macs/queries';
import { useNotice } from '@/patterns/notice';
import { Page } from '@/patterns/page';
import { Section } from '@/patterns/section';
import { useOrganization } from '@/session/session';
import { monospace } from '@/theme/theme';

/** Asking by fingerprint, for what was not blocked on one's own Mac yet. */
export function AskPage() {
  const { t } = useTranslation('requests');
  const { id: organization, slug } = useOrganization();
  const { sha256 } = useSearch({ from: '/signed-in/o/$organization/requests/new' });
  const { data: devices = [] } = useQuery(myDevicesQuery(organization));
  const navigate = useNavigate();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <Page narrow title={t('ask.title')} purpose={t('ask.purpose')}>
      <Section title={t('ask.what')} text={t('ask.whatText')}>
        <Form
          onSubmit={async ({ sha256: hash = '', justification = '', deviceId }) => {
            const request = await answer(
              client.POST('/api/organizations/{organization}/requests', {
                params: { path: { organization } },
                body: { sha256: hash.toLowerCase(), justification, ...(deviceId ? { deviceId } : {}) },
              }),
            );
            await refresh('requests');
            notice({ text: t('ask.done') });
            await navigate({
              to: '/o/$organization/requests/$request',
              params: { organization: slug, request: request.id },
            });
          }}
        >
          {(busy) => (
            <Stack sx={{ gap: 2, pt: 1, alignItems: 'flex-start' }}>
              <FormField
                name="sha256"
                label={t('ask.hash')}
                helperText={t('ask.hashHint')}
                defaultValue={sha256 ?? ''}
                required
                slotProps={{
                  htmlInput: { pattern: '[0-9a-fA-F]{64}', maxLength: 64, style: { fontFamily: monospace } },
                }}
              />
              <FormField name="deviceId" select label={t('ask.device')} defaultValue="">
                <MenuItem value="">{t('ask.anyDevice')}</MenuItem>
                {devices
                  .filter(({ ownership }) => ownership === 'OWNER')
                  .map(({ id, hostname }) => (
                    <MenuItem key={id} value={id}>
                      {hostname}
                    </MenuItem>
                  ))}
              </FormField>
              <JustificationField />
              <Button type="submit" variant="contained" size="large" loading={busy}>
                {t('ask.submit')}
              </Button>
            </Stack>
          )}
        </Form>
      </Section>
    </Page>
  );
}
