import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import type { ApprovalPolicy } from '@/api/types';
import { Section } from '@/patterns/section';
import { useOrganization, usePermission } from '@/session/session';
import { explainPolicy, type ExampleRequest } from '../policies-api';
import { ExampleFields } from './example-fields';
import { ExplanationView } from './explanation-view';
import { PastRequestPicker, type PastRequest } from './past-request-picker';

/** Who would decide a request under the policy as it is written now, and why. */
export function ExplainPanel({ policy }: { policy: ApprovalPolicy }) {
  const { t } = useTranslation('trial');
  const { id: organization } = useOrganization();
  const reads = usePermission('request.read');
  const [way, setWay] = useState<'example' | 'past'>('example');
  const [example, setExample] = useState<ExampleRequest>({ requester: '', facts: {} });
  const [past, setPast] = useState<PastRequest | null>(null);
  const explain = useMutation({
    mutationFn: () =>
      explainPolicy(organization, policy, way === 'past' && past ? { request: past.id } : { example }),
  });
  const ready = way === 'past' ? past !== null : example.requester !== '';
  const ask = (event: FormEvent) => {
    event.preventDefault();
    explain.mutate();
  };
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { md: 'minmax(300px, 380px) minmax(0, 1fr)' },
        gap: 2,
        alignItems: 'start',
      }}
    >
      <Section title={t('explain.title')} text={t('explain.text')}>
        <Box component="form" onSubmit={ask} sx={{ display: 'grid', gap: 2, pt: 1 }}>
          {reads && (
            <ToggleButtonGroup
              exclusive
              fullWidth
              size="small"
              value={way}
              aria-label={t('explain.way')}
              onChange={(_, next: typeof way | null) => next && setWay(next)}
            >
              <ToggleButton value="example">{t('explain.example')}</ToggleButton>
              <ToggleButton value="past">{t('explain.past')}</ToggleButton>
            </ToggleButtonGroup>
          )}
          {way === 'past' ? (
            <PastRequestPicker chosen={past} onChange={setPast} />
          ) : (
            <ExampleFields example={example} onChange={setExample} />
          )}
          <Button type="submit" variant="contained" disabled={!ready} loading={explain.isPending}>
            {t('explain.ask')}
          </Button>
        </Box>
      </Section>
      <Box aria-live="polite" sx={{ minWidth: 0 }}>
        {explain.error && (
          <Alert severity="error">{toProblem(explain.error).detail ?? toProblem(explain.error).title}</Alert>
        )}
        {explain.data && <ExplanationView explanation={explain.data} />}
        {!explain.data && !explain.error && <Alert severity="info">{t('explain.nothing')}</Alert>}
      </Box>
    </Box>
  );
}
