import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import { Door } from '@/patterns/door';
import { RouterLink } from '@/patterns/router-link';
import { ErrorState } from '@/patterns/states';
import { ownFactorsQuery } from '@/session/factor-api';
import { FactorFields } from '@/session/factor-fields';
import { useSignedIn } from '@/session/session';
import { ownAddress } from './own-address';

/** The second step of signing in: the password was right. */
export function SecondStepPage() {
  const { t } = useTranslation('session');
  const search = useSearch({ from: '/public/sign-in/second-factor' });
  const router = useRouter();
  const signedIn = useSignedIn();
  const factors = useQuery(ownFactorsQuery);
  const problem = factors.error && toProblem(factors.error);
  if (problem?.status === 401) {
    return <Navigate to="/sign-in" search={search} replace />;
  }
  return (
    <Door title={t('secondStep.title')} text={t('secondStep.text')}>
      {problem && <ErrorState problem={problem} onRetry={() => void factors.refetch()} />}
      {factors.isPending && <Skeleton variant="rounded" height={140} />}
      {factors.data && (
        <FactorFields
          factors={factors.data}
          submit={t('signIn.submit')}
          onShow={async (proof) => {
            signedIn(await answer(client.POST('/api/session/second-factor', { body: proof })));
            router.history.push(ownAddress(search.return));
          }}
        />
      )}
      <RouterLink to="/sign-in" search={search} sx={{ display: 'inline-block', mt: 2 }}>
        {t('secondStep.other')}
      </RouterLink>
    </Door>
  );
}
