import BackHandOutlined from '@mui/icons-material/BackHandOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { Page } from '@/patterns/page';
import { EmptyState, ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission } from '@/session/session';
import { HoldCard } from './hold-card';
import { HoldDialog } from './hold-dialog';
import { holdsQuery } from './holds-api';

/** Legal holds: those that keep something or wait for a second person first. */
export function HoldsPage() {
  const { t } = useTranslation('forgetting');
  const { id: organization } = useOrganization();
  const may = usePermission('ledger.hold');
  const holds = useQuery(holdsQuery(organization));
  const [placing, setPlacing] = useState(false);
  return (
    <Page
      narrow
      title={t('holds.title')}
      purpose={t('holds.purpose')}
      action={
        may && (
          <Button variant="contained" onClick={() => setPlacing(true)}>
            {t('holds.place')}
          </Button>
        )
      }
    >
      {holds.error && <ErrorState problem={toProblem(holds.error)} onRetry={() => void holds.refetch()} />}
      {holds.isPending && <PageSkeleton rows={4} />}
      {holds.data?.length === 0 && (
        <EmptyState icon={BackHandOutlined} title={t('holds.emptyTitle')} text={t('holds.emptyText')} />
      )}
      {holds.data?.map((hold) => (
        <HoldCard key={hold.id} hold={hold} linked />
      ))}
      {placing && <HoldDialog onClose={() => setPlacing(false)} />}
    </Page>
  );
}
