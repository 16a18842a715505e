import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { IdentityProvider, SamlCertificate } from '@/api/types';
import { useAct } from '@/patterns/act';
import { FactList, Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { samlTrustQuery } from './saml-api';

/** Whose signatures are believed, our own certificates, and how the latter change. */
export function SamlTrust({ provider }: { provider: IdentityProvider }) {
  const { t } = useTranslation('kinds');
  const { id: organization } = useOrganization();
  const trust = useQuery(samlTrustQuery(organization, provider.id, provider.version));
  return (
    <Section title={t('trust.title')} text={t('trust.text')}>
      {trust.isPending && <PageSkeleton rows={2} />}
      {trust.error && <ErrorState problem={toProblem(trust.error)} onRetry={() => void trust.refetch()} />}
      {trust.data && (
        <Stack sx={{ gap: 2, pt: 1 }}>
          {trust.data.problem && <Alert severity="warning">{trust.data.problem}</Alert>}
          {trust.data.readAt && (
            <span>
              {t('trust.readAt')} <RelativeTime at={trust.data.readAt} />
            </span>
          )}
          <Certificates name={t('trust.provider')} certificates={trust.data.provider} />
          <Certificates name={t('trust.own')} certificates={trust.data.own} />
          <KeyChange provider={provider} prepared={trust.data.own.length > 1} />
        </Stack>
      )}
    </Section>
  );
}

function Certificates({ name, certificates }: { name: string; certificates: SamlCertificate[] }) {
  const { t } = useTranslation('kinds');
  return (
    <FactList
      facts={certificates.map(({ subject, serialNumber, validUntil }, index) => ({
        label: index === 0 ? name : '',
        value: (
          <span key={serialNumber} title={t('trust.serialNumber', { serialNumber })}>
            {subject} · {t('trust.until')} <RelativeTime at={validUntil} />
          </span>
        ),
      }))}
    />
  );
}

/** Two steps, so that the provider knows the next certificate before it is used. */
function KeyChange({ provider, prepared }: { provider: IdentityProvider; prepared: boolean }) {
  const { t } = useTranslation('kinds');
  const { id: organization } = useOrganization();
  const act = useAct();
  const params = { path: { organization, id: provider.id } };
  const base = '/api/organizations/{organization}/identity-providers/{id}/saml/next-key';
  return (
    <>
      {prepared && <Alert severity="info">{t('trust.preparedText')}</Alert>}
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        <Button
          variant="outlined"
          onClick={() => void act(() => answer(client.POST(base, { params })), t('trust.prepared'))}
        >
          {t('trust.prepare')}
        </Button>
        {prepared && (
          <Button
            variant="contained"
            onClick={() => void act(() => answer(client.POST(`${base}/use`, { params })), t('trust.used'))}
          >
            {t('trust.use')}
          </Button>
        )}
      </Stack>
    </>
  );
}
