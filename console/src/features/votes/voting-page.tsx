import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptVoting, VotingSettings } from '@/api/types';
import { toProblem } from '@/api/problem';
import { useRefresh } from '@/patterns/act';
import { Form, FormField, type FormValues } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { Page } from '@/patterns/page';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission } from '@/session/session';
import { ThresholdFields, ways } from './threshold-fields';
import { changeVoting, rolesQuery, votingQuery } from './votes-api';

/** Whether people vote, how much is enough, and what their votes weigh. */
export function VotingPage() {
  const { t } = useTranslation('votes');
  const { id: organization } = useOrganization();
  const voting = useQuery(votingQuery(organization));
  const writes = usePermission('approval.policy.manage');
  return (
    <Page narrow title={t('settings.title')} purpose={t('settings.purpose')}>
      {voting.error && <ErrorState problem={toProblem(voting.error)} onRetry={() => void voting.refetch()} />}
      {voting.isPending && <PageSkeleton rows={5} />}
      {voting.data && <VotingForm key={voting.data.version} kept={voting.data} writes={writes} />}
    </Page>
  );
}

function VotingForm({ kept: { version, settings }, writes }: { kept: KeptVoting; writes: boolean }) {
  const { t } = useTranslation('votes');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [open, setOpen] = useState(settings.open);
  return (
    <Form
      onSubmit={async (values) => {
        await changeVoting(organization, { version, settings: settingsOf(values, open, settings) });
        await refresh('voting-settings');
        notice({ text: t('settings.done') });
      }}
    >
      {(busy) => (
        <>
          {!writes && (
            <Alert severity="info" sx={{ mb: 2 }}>
              {t('settings.readOnly')}
            </Alert>
          )}
          <Section title={t('settings.open.title')} text={t('settings.open.text')}>
            <FormControlLabel
              control={
                <Checkbox
                  checked={open}
                  disabled={!writes}
                  onChange={(event) => setOpen(event.target.checked)}
                />
              }
              label={t('settings.open.label')}
            />
          </Section>
          <ThresholdFields settings={settings} disabled={!writes} />
          <Section title={t('settings.share.title')} text={t('settings.share.text')}>
            <FormField
              name="largestShare"
              type="number"
              disabled={!writes}
              label={t('settings.share.label')}
              defaultValue={settings.largestShare}
              slotProps={{ htmlInput: { min: 10, max: 100 } }}
              sx={{ mt: 1, maxWidth: 240 }}
            />
          </Section>
          <Weights settings={settings} disabled={!writes} />
          {writes && (
            <Button type="submit" variant="contained" loading={busy}>
              {t('settings.save')}
            </Button>
          )}
        </>
      )}
    </Form>
  );
}

/** Of the roles whose holders may ask, and so vote. */
function Weights({ settings, disabled }: { settings: VotingSettings; disabled: boolean }) {
  const { t } = useTranslation('votes');
  const { id: organization } = useOrganization();
  const { data: roles = [] } = useQuery(rolesQuery(organization));
  const voting = roles.filter(({ permissions }) => permissions.includes('request.create'));
  return (
    <Section title={t('settings.weights.title')} text={t('settings.weights.text')}>
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap', pt: 1 }}>
        {voting.map(({ name, title }) => (
          <FormField
            key={name}
            name={`weight.${name}`}
            type="number"
            fullWidth={false}
            disabled={disabled}
            label={title}
            defaultValue={settings.weights[name] ?? 1}
            slotProps={{ htmlInput: { min: 0, max: 10 } }}
            sx={{ width: 160 }}
          />
        ))}
      </Stack>
    </Section>
  );
}

function settingsOf(values: FormValues, open: boolean, before: VotingSettings): VotingSettings {
  const weights = Object.entries(values)
    .filter(([name]) => name.startsWith('weight.'))
    .map(([name, value]) => [name.slice('weight.'.length), Number(value)]);
  const thresholds = ways.map((way) => [
    way,
    {
      local: way === 'TEAMID' ? null : Number(values[`${way}.local`]),
      proposal: Number(values[`${way}.proposal`]),
      condemnation: Number(values[`${way}.condemnation`]),
    },
  ]);
  return {
    open,
    thresholds: Object.fromEntries(thresholds) as VotingSettings['thresholds'],
    weights: { ...before.weights, ...(Object.fromEntries(weights) as VotingSettings['weights']) },
    largestShare: Number(values.largestShare),
  };
}
