import Alert from '@mui/material/Alert';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { Page } from '@/patterns/page';
import { RouterButton } from '@/patterns/router-link';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { membershipOf, sessionQuery, useSession } from '@/session/session';
import { PlainShell } from '@/shell/plain-shell';
import { factorsQuery } from './account-api';
import { AccountsSection } from './accounts-section';
import { AuthenticatorSection } from './authenticator-section';
import { BackupCodesDialog, BackupCodesSection } from './backup-codes';
import { ConnectionsSection } from './connections-section';
import { PasskeysSection } from './passkeys-section';
import { SessionsSection } from './sessions-section';
import { SlackSection } from './slack-section';

/** How I prove who I am, and where I am signed in. */
export function AccountPage() {
  const { t } = useTranslation('account');
  const factors = useQuery(factorsQuery);
  const [codes, setCodes] = useState<string[]>([]);
  const refresh = useRefreshFactors();
  const added = async (issued: string[]) => {
    setCodes(issued);
    await refresh();
  };
  return (
    <PlainShell>
      <Page narrow title={t('title')} purpose={t('purpose')}>
        <Demanded />
        {factors.error && (
          <ErrorState problem={toProblem(factors.error)} onRetry={() => void factors.refetch()} />
        )}
        {factors.isPending && <PageSkeleton rows={4} />}
        {factors.data && (
          <>
            <AuthenticatorSection
              since={factors.data.authenticatorSince}
              onAdded={added}
              onChanged={refresh}
            />
            <PasskeysSection factors={factors.data} onAdded={added} onChanged={refresh} />
            <BackupCodesSection factors={factors.data} onIssued={added} />
          </>
        )}
        <SessionsSection />
        <AccountsSection />
        <SlackSection />
        <ConnectionsSection />
        {codes.length > 0 && <BackupCodesDialog codes={codes} onClose={() => setCodes([])} />}
      </Page>
    </PlainShell>
  );
}

/** Why somebody was led here, and the way on as soon as nothing is missing. */
function Demanded() {
  const { t } = useTranslation('account');
  const { demandedBy } = useSearch({ from: '/signed-in/account' });
  const membership = membershipOf(useSession(), demandedBy);
  if (!membership) {
    return null;
  }
  const { organization, secondFactorMissing } = membership;
  return (
    <Alert
      severity={secondFactorMissing ? 'warning' : 'success'}
      sx={{ mb: 2 }}
      action={
        !secondFactorMissing && (
          <RouterButton
            to="/o/$organization"
            params={{ organization: organization.slug }}
            color="inherit"
            size="small"
          >
            {t('demanded.goOn')}
          </RouterButton>
        )
      }
    >
      {t(secondFactorMissing ? 'demanded.missing' : 'demanded.met', { organization: organization.name })}
    </Alert>
  );
}

/** A factor more or less changes what organizations let the session do. */
function useRefreshFactors(): () => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['account'] });
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await router.invalidate();
  };
}
