import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeviceDetail } from '@/api/types';
import { RouterLink } from '@/patterns/router-link';
import { Timeline } from '@/patterns/timeline';
import { useOrganization, usePermission } from '@/session/session';
import { latestSyncsQuery } from './devices-api';

/** The Mac's last syncs in sentences, and the way to what the ledger knows of it. */
export function DeviceStory({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation('devices');
  const { id: organization, slug } = useOrganization();
  const mayReadLedger = usePermission('ledger.read');
  const { data } = useQuery(latestSyncsQuery(organization, device.id));
  return (
    <>
      <Timeline
        title={t('story.title')}
        items={(data?.items ?? []).map((sync) => ({
          key: sync.id,
          at: sync.startedAt,
          actor: t('story.sync'),
          sentence: sync.explanation,
        }))}
      />
      {mayReadLedger && (
        <RouterLink
          to="/o/$organization/ledger"
          params={{ organization: slug }}
          search={{ objectType: 'device', objectId: device.id }}
          sx={{ fontSize: '0.875rem' }}
        >
          {t('story.ledger')}
        </RouterLink>
      )}
    </>
  );
}
