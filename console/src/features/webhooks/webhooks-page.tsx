import WebhookOutlined from '@mui/icons-material/WebhookOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { Page } from '@/patterns/page';
import { EmptyState, ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import { AddDestination } from './destination-dialog';
import { DeliveryList } from './delivery-list';
import { DestinationCard } from './destination-card';
import { SecretDialog } from './secret-dialog';
import { destinationsQuery } from './webhooks-api';

/** Which programs are told what happens, and what became of each message. */
export function WebhooksPage() {
  const { t } = useTranslation('webhooks');
  const { id: organization } = useOrganization();
  const destinations = useQuery(destinationsQuery(organization));
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const add = (
    <Button variant="contained" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  const isEmpty = destinations.data?.length === 0;
  return (
    <Page title={t('title')} purpose={t('purpose')} action={!isEmpty && add}>
      {destinations.error && (
        <ErrorState problem={toProblem(destinations.error)} onRetry={() => void destinations.refetch()} />
      )}
      {destinations.isPending && <PageSkeleton rows={4} />}
      {isEmpty && (
        <EmptyState icon={WebhookOutlined} title={t('emptyTitle')} text={t('emptyText')} action={add} />
      )}
      {destinations.data?.map((destination) => (
        <DestinationCard key={destination.id} destination={destination} />
      ))}
      {destinations.data && !isEmpty && <DeliveryList destinations={destinations.data} />}
      {adding && <AddDestination onAdded={setSecret} onClose={() => setAdding(false)} />}
      {secret && <SecretDialog secret={secret} text={t('secret.first')} onClose={() => setSecret(null)} />}
    </Page>
  );
}
