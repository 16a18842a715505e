import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import { addressOf } from '@/api/client';
import { confirmedDownload } from '@/api/fresh-factor';
import { Form, FormField, type FormValues } from '@/patterns/form';
import { Page } from '@/patterns/page';
import { RouterLink } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { useOrganization, usePermission } from '@/session/session';
import { useWatch } from './use-watch';
import { WatchBanner } from './watch';

/** Takes the book out, whole or in part, with all that a stranger needs to check it. */
export function ExportsPage() {
  const { t } = useTranslation('ledger');
  const { id: organization, slug } = useOrganization();
  const may = usePermission('ledger.export');
  const inDoubt = (useWatch()?.open.length ?? 0) > 0;
  const path = `/api/organizations/${organization}/ledger/entries/export`;
  const take = (values: FormValues) =>
    confirmedDownload(addressOf(path, wanted(values)), addressOf(`${path}/check`, wanted(values)));
  return (
    <Page narrow title={t('exports.title')} purpose={t('exports.purpose')}>
      <WatchBanner />
      {!may && <Alert severity="info">{t('exports.mayNot')}</Alert>}
      {may && !inDoubt && (
        <Section title={t('exports.take')} text={t('exports.takeText')}>
          <Form onSubmit={take}>
            {(busy) => (
              <Stack sx={{ gap: 2, pt: 1, alignItems: 'flex-start' }}>
                <Choice name="format" options={['jsonl', 'csv']} />
                <Choice name="values" options={['included', 'withheld']} />
                <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 2, width: '100%' }}>
                  <Day name="from" />
                  <Day name="to" />
                </Stack>
                <FormField
                  name="since"
                  type="number"
                  label={t('exports.since')}
                  helperText={t('exports.sinceHint')}
                  slotProps={{ htmlInput: { min: 0 } }}
                />
                <Button type="submit" variant="contained" loading={busy}>
                  {t('exports.download')}
                </Button>
              </Stack>
            )}
          </Form>
        </Section>
      )}
      <Section title={t('exports.next')} text={t('exports.nextText')}>
        <RouterLink to="/o/$organization/ledger/verify" params={{ organization: slug }}>
          {t('verify.title')}
        </RouterLink>
      </Section>
    </Page>
  );
}

function Choice({ name, options }: { name: 'format' | 'values'; options: string[] }) {
  const { t } = useTranslation('ledger');
  return (
    <FormField
      select
      name={name}
      label={t(`exports.${name}.label`)}
      helperText={t(`exports.${name}.hint`)}
      defaultValue={options[0]}
    >
      {options.map((option) => (
        <MenuItem key={option} value={option}>
          {t(`exports.${name}.${option}`)}
        </MenuItem>
      ))}
    </FormField>
  );
}

function Day({ name }: { name: 'from' | 'to' }) {
  const { t } = useTranslation('ledger');
  return (
    <FormField
      name={name}
      type="datetime-local"
      label={t(`filter.${name}`)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}

/** What was filled in, with times as the server reads them. */
function wanted({ from, to, since, ...rest }: FormValues): Record<string, string | undefined> {
  const moment = (local: string | undefined) => (local ? new Date(local).toISOString() : undefined);
  return { ...rest, from: moment(from), to: moment(to), since: since || undefined };
}
