import VpnKeyOutlined from '@mui/icons-material/VpnKeyOutlined';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssuedSecret } from '@/api/types';
import { toProblem } from '@/api/problem';
import { Page } from '@/patterns/page';
import { EmptyState, ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission } from '@/session/session';
import { CreateEnrolment } from './create-enrolment';
import { EnrolmentCard } from './enrolment-card';
import { enrolmentsQuery } from './enrolments-api';
import { IssuedSecretDialog } from './issued-secret-dialog';

/** How Macs come in: an address with a secret for each group of Macs. */
export function EnrolmentsPage() {
  const { t } = useTranslation('enrolments');
  const { id: organization } = useOrganization();
  const mayManage = usePermission('enrolment.manage');
  const enrolments = useQuery(enrolmentsQuery(organization));
  const [issued, setIssued] = useState<IssuedSecret | null>(null);
  const create = mayManage && <CreateEnrolment onIssued={setIssued} />;
  return (
    <Page title={t('title')} purpose={t('purpose')} action={create}>
      {enrolments.isPending && <PageSkeleton rows={3} />}
      {enrolments.error && (
        <ErrorState problem={toProblem(enrolments.error)} onRetry={() => void enrolments.refetch()} />
      )}
      {enrolments.data?.length === 0 && (
        <EmptyState icon={VpnKeyOutlined} title={t('empty.title')} text={t('empty.text')} action={create} />
      )}
      {enrolments.data?.map((enrolment) => (
        <EnrolmentCard key={enrolment.id} enrolment={enrolment} mayManage={mayManage} onIssued={setIssued} />
      ))}
      {issued && <IssuedSecretDialog issued={issued} onClose={() => setIssued(null)} />}
    </Page>
  );
}
