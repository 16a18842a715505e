import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { linkOptions, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Bundle } from '@/api/types';
import { toProblem } from '@/api/problem';
import { DetailPage } from '@/patterns/detail-page';
import { Identifier } from '@/patterns/identifier';
import { orNothing, SoftwareName } from '@/patterns/macs/names';
import { formatNumber } from '@/patterns/numbers';
import { FactList, Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { ToneChip } from '@/patterns/status-chip';
import { duration } from '@/patterns/time';
import { useOrganization } from '@/session/session';

const bundleQuery = (organization: string, hash: string) =>
  queryOptions({
    queryKey: [organization, 'bundles', hash],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/bundles/{hash}', {
          params: { path: { organization, hash } },
        }),
      ),
  });

/** An application as a whole: its parts, and whether all of them are known. */
export function BundlePage() {
  const { t } = useTranslation('software');
  const { id: organization, slug } = useOrganization();
  const { hash } = useParams({ from: '/signed-in/o/$organization/bundles/$hash' });
  const bundle = useQuery(bundleQuery(organization, hash));
  if (bundle.error) {
    return <ErrorState page problem={toProblem(bundle.error)} onRetry={() => void bundle.refetch()} />;
  }
  if (!bundle.data) {
    return <PageSkeleton />;
  }
  const { name, version, versionString, complete, verified, received, binaryCount } = bundle.data;
  return (
    <DetailPage
      back={{
        link: linkOptions({ to: '/o/$organization/software', params: { organization: slug } }),
        label: t('title'),
      }}
      name={name ?? t('bundle.unnamed')}
      status={
        <ToneChip tone={verified ? 'good' : complete ? 'bad' : 'warning'}>
          {t(verified ? 'bundle.verified' : complete ? 'bundle.mismatch' : 'bundle.incomplete')}
        </ToneChip>
      }
      facts={[
        { label: t('bundle.version'), value: [versionString, version].filter(Boolean).join(' · ') || '—' },
        {
          label: t('bundle.members'),
          value: t('bundle.of', { received: formatNumber(received), total: formatNumber(binaryCount) }),
        },
        { label: t('bundle.hash'), value: <Identifier value={hash} /> },
      ]}
      tabs={[{ name: 'members', label: t('bundle.members'), content: <Members bundle={bundle.data} /> }]}
    />
  );
}

function Members({ bundle }: { bundle: Bundle }) {
  const { t } = useTranslation('software');
  return (
    <>
      {!bundle.verified && (
        <Alert severity={bundle.complete ? 'error' : 'warning'} sx={{ mb: 2 }}>
          {t(bundle.complete ? 'bundle.mismatchText' : 'bundle.incompleteText')}
        </Alert>
      )}
      <Section title={t('bundle.about')}>
        <FactList
          facts={[
            { label: t('bundle.identifier'), value: orNothing(bundle.identifier) },
            { label: t('bundle.path'), value: orNothing(bundle.path) },
            { label: t('bundle.executable'), value: orNothing(bundle.executablePath) },
            { label: t('bundle.hashed'), value: duration(bundle.hashMillis / 1000) },
          ]}
        />
      </Section>
      <Section flush title={t('bundle.members')}>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {bundle.members.map((member) => (
            <Box
              component="li"
              key={member.sha256}
              sx={{
                px: 2.25,
                py: 1,
                borderTop: 1,
                borderColor: 'divider',
                display: 'grid',
                gap: { xs: 0, md: 2 },
                gridTemplateColumns: { md: '1fr 2fr auto' },
                alignItems: 'center',
              }}
            >
              <SoftwareName sha256={member.sha256}>{member.fileName}</SoftwareName>
              <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
                {member.path}
                {member.signingId && <Box>{member.signingId}</Box>}
              </Box>
              <Identifier value={member.sha256} />
            </Box>
          ))}
        </Box>
      </Section>
    </>
  );
}
