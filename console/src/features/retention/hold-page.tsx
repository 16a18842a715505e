import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { Page } from '@/patterns/page';
import { RouterLink } from '@/patterns/router-link';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import { HoldCard } from './hold-card';
import { holdQuery } from './holds-api';

/** One hold. */
export function HoldPage() {
  const { t } = useTranslation('forgetting');
  const { hold: id } = useParams({ from: '/signed-in/o/$organization/ledger/holds/$hold' });
  const { id: organization, slug } = useOrganization();
  const hold = useQuery(holdQuery(organization, id));
  return (
    <Page narrow title={t('holds.one')}>
      {hold.error && <ErrorState problem={toProblem(hold.error)} onRetry={() => void hold.refetch()} />}
      {hold.isPending && <PageSkeleton rows={4} />}
      {hold.data && (
        <>
          <HoldCard hold={hold.data} />
          <RouterLink
            to="/o/$organization/ledger"
            params={{ organization: slug }}
            search={{ objectType: 'hold', objectId: id }}
          >
            {t('holds.history')}
          </RouterLink>
        </>
      )}
    </Page>
  );
}
