import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { VotingSettings } from '@/api/types';
import { FormField } from '@/patterns/form';
import { Section } from '@/patterns/section';

/** What can be voted on, from the narrowest to the widest. */
export const ways = ['BINARY', 'SIGNINGID', 'TEAMID'] as const;

/** How much is enough, for each way to name software. */
export function ThresholdFields({ settings, disabled }: { settings: VotingSettings; disabled: boolean }) {
  const { t } = useTranslation('votes');
  return (
    <Section title={t('settings.thresholds.title')} text={t('settings.thresholds.text')}>
      {ways.map((way) => (
        <Stack key={way} sx={{ mt: 2, gap: 1 }} role="group" aria-label={t(`way.${way}`)}>
          <Typography component="h3" sx={{ fontWeight: 600 }}>
            {t(`way.${way}`)}
          </Typography>
          {way === 'TEAMID' && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('tally.neverLocal')}
            </Typography>
          )}
          <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap' }}>
            {(['local', 'proposal', 'condemnation'] as const)
              .filter((name) => way !== 'TEAMID' || name !== 'local')
              .map((name) => (
                <FormField
                  key={name}
                  name={`${way}.${name}`}
                  type="number"
                  fullWidth={false}
                  required
                  disabled={disabled}
                  label={t(`settings.thresholds.${name}`)}
                  defaultValue={settings.thresholds[way]?.[name]}
                  slotProps={{ htmlInput: { min: 1, max: 1000 } }}
                  sx={{ width: 200 }}
                />
              ))}
          </Stack>
        </Stack>
      ))}
    </Section>
  );
}
