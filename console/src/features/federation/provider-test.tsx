import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { Finding, IdentityProvider } from '@/api/types';
import { useNotice } from '@/patterns/notice';
import { Section } from '@/patterns/section';
import { ErrorState } from '@/patterns/states';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { ClaimsPreview } from './claims-preview';
import { DirectoryTest } from './directory-test';
import { lastTestQuery } from './federation-api';
import { TestResult } from './test-result';

/** Tries the provider out: what the server alone can ask it, and a whole sign-in in a tab of its own. */
export function ProviderTest({ provider }: { provider: IdentityProvider }) {
  const { t } = useTranslation('federation');
  const { id: organization } = useOrganization();
  const [waitingSince, setWaitingSince] = useState<string | null>(null);
  const last = useQuery({
    ...lastTestQuery(organization, provider.id),
    refetchInterval: ({ state }) =>
      waitingSince !== null && (state.data?.at ?? '') === waitingSince ? 2000 : false,
  });
  const { findings, check, checking } = useCheck(provider);
  const tryIt = useTest(provider);
  return (
    <Section title={t('test.title')} text={t('test.text')}>
      <Stack direction="row" sx={{ gap: 1, py: 1, flexWrap: 'wrap' }}>
        <Button variant="outlined" color="inherit" loading={checking} onClick={() => void check()}>
          {t('test.check')}
        </Button>
        {provider.kind === 'LDAP' ? (
          <DirectoryTest provider={provider} />
        ) : (
          <Button
            variant="contained"
            onClick={() => {
              setWaitingSince(last.data?.at ?? '');
              void tryIt();
            }}
          >
            {t('test.signIn')}
          </Button>
        )}
      </Stack>
      {findings && <Findings findings={findings} />}
      {last.error && <ErrorState problem={toProblem(last.error)} onRetry={() => void last.refetch()} />}
      {last.data && (
        <>
          <Typography variant="h3" sx={{ mt: 2, mb: 1 }}>
            {t('test.last')} <RelativeTime at={last.data.at} />
          </Typography>
          {last.data.version !== provider.version && (
            <Alert severity="info" sx={{ mb: 1 }}>
              {t('test.older')}
            </Alert>
          )}
          <Findings findings={last.data.findings} />
          <TestResult outcome={last.data} />
        </>
      )}
      <ClaimsPreview provider={provider} />
    </Section>
  );
}

export function Findings({ findings }: { findings: Finding[] }) {
  const severities = { OK: 'success', WARNING: 'warning', ERROR: 'error' } as const;
  return (
    <Stack sx={{ gap: 1 }}>
      {findings.map(({ severity, about, text }) => (
        <Alert key={about} severity={severities[severity]}>
          {text}
        </Alert>
      ))}
    </Stack>
  );
}

function useCheck(provider: IdentityProvider) {
  const { id: organization } = useOrganization();
  const notice = useNotice();
  const [findings, setFindings] = useState<Finding[] | null>(null);
  const [checking, setChecking] = useState(false);
  const check = async () => {
    setChecking(true);
    try {
      setFindings(
        await answer(
          client.POST('/api/organizations/{organization}/identity-providers/{id}/check', {
            params: { path: { organization, id: provider.id } },
          }),
        ),
      );
    } catch (error) {
      notice({ severity: 'error', text: toProblem(error).title });
    } finally {
      setChecking(false);
    }
  };
  return { findings, check, checking };
}

/** The tab is opened by the click itself, before anything is asked: later, browsers would not let it. */
function useTest(provider: IdentityProvider): () => Promise<void> {
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const notice = useNotice();
  return async () => {
    const tab = window.open('about:blank');
    try {
      const { address } = await answer(
        client.POST('/api/organizations/{organization}/identity-providers/{id}/test', {
          params: { path: { organization, id: provider.id } },
        }),
      );
      if (address && tab) {
        tab.opener = null;
        tab.location.href = address;
      } else {
        tab?.close();
      }
    } catch (error) {
      tab?.close();
      notice({ severity: 'error', text: toProblem(error).title });
    }
    await queries.invalidateQueries({ queryKey: lastTestQuery(organization, provider.id).queryKey });
  };
}
