import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import type { DestinationView } from '@/api/types';
import { FactList, Section } from '@/patterns/section';
import { StatusChip } from '@/patterns/status-chip';
import { ExactTime, RelativeTime } from '@/patterns/time';
import { DestinationActions } from './destination-actions';

/** One destination: what it is told, and how it stands with it. */
export function DestinationCard({ destination }: { destination: DestinationView }) {
  const { t } = useTranslation('webhooks');
  return (
    <Section title={destination.name} action={<DestinationActions destination={destination} />}>
      <FactList
        facts={[
          { label: t('url'), value: destination.url },
          {
            label: t('types'),
            value: destination.types.map((type) => t(`type.${type}`)).join(' · '),
          },
          { label: t('state'), value: <Health destination={destination} /> },
          {
            label: t('messages'),
            value: `${t('waiting', { count: destination.waiting })} · ${t('dead', { count: destination.dead })}`,
          },
          ...(destination.formerSecretUntil
            ? [{ label: t('formerSecret'), value: <ExactTime at={destination.formerSecretUntil} /> }]
            : []),
        ]}
      />
    </Section>
  );
}

function Health({ destination: { state, failures, restingUntil } }: { destination: DestinationView }) {
  const { t } = useTranslation('webhooks');
  if (state === 'DISABLED') {
    return (
      <Stack sx={{ alignItems: 'flex-start' }}>
        <StatusChip status="SUSPENDED" label={t('health.disabled')} />
        <span>{t('health.disabledText')}</span>
      </Stack>
    );
  }
  if (restingUntil) {
    return (
      <Stack sx={{ alignItems: 'flex-start' }}>
        <StatusChip status="LATE" label={t('health.resting')} />
        <span>
          {failures > 0 ? t('health.failures', { count: failures }) : t('health.asked')}{' '}
          <RelativeTime at={restingUntil} />
        </span>
      </Stack>
    );
  }
  return failures > 0 ? (
    <StatusChip status="LATE" label={t('health.failing', { count: failures })} />
  ) : (
    <StatusChip status="ACTIVE" label={t('health.good')} />
  );
}
