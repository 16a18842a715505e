import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { Page } from '@/patterns/page';
import { EmptyState, ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission } from '@/session/session';
import { AddWitness } from './add-witness';
import { RunGuide } from './run-guide';
import { WitnessCard } from './witness-card';
import { WitnessPolicy } from './witness-policy';
import { witnessesQuery } from './witnesses-api';

/** Who cosigns the ledger's checkpoints, how it stands with each, and how many are demanded. */
export function WitnessesPage() {
  const { t } = useTranslation('witnesses');
  const { id: organization } = useOrganization();
  const may = usePermission('organization.manage');
  const view = useQuery(witnessesQuery(organization));
  const [adding, setAdding] = useState(false);
  const add = may && (
    <Button variant="contained" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  const isEmpty = view.data?.witnesses.length === 0;
  return (
    <Page narrow title={t('title')} purpose={t('purpose')} action={!isEmpty && add}>
      {view.error && <ErrorState problem={toProblem(view.error)} onRetry={() => void view.refetch()} />}
      {view.isPending && <PageSkeleton rows={4} />}
      {isEmpty && (
        <EmptyState icon={VisibilityOutlined} title={t('emptyTitle')} text={t('emptyText')} action={add} />
      )}
      {view.data?.witnesses.map((witness) => (
        <WitnessCard key={witness.id} witness={witness} size={view.data.size} may={may} />
      ))}
      {view.data && !isEmpty && <WitnessPolicy view={view.data} may={may} />}
      {view.data && <RunGuide />}
      {adding && <AddWitness onClose={() => setAdding(false)} />}
    </Page>
  );
}
