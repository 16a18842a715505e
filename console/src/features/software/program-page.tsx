import { queryOptions, useQuery } from '@tanstack/react-query';
import { linkOptions, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { SoftwareDetail } from '@/api/types';
import { toProblem } from '@/api/problem';
import { DetailPage } from '@/patterns/detail-page';
import { orNothing } from '@/patterns/macs/names';
import { formatNumber } from '@/patterns/numbers';
import { RouterButton } from '@/patterns/router-link';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { ToneChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';
import { ProgramDevices, ProgramEvents, ProgramOverview, ProgramRules } from './program-parts';

const programQuery = (organization: string, sha256: string) =>
  queryOptions({
    queryKey: [organization, 'software', sha256],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/software/{sha256}', {
          params: { path: { organization, sha256 } },
        }),
      ),
  });

export function ProgramPage() {
  const { sha256 } = useParams({ from: '/signed-in/o/$organization/software/$sha256' });
  return <ProgramDetails id={sha256} />;
}

/** Everything about one program, on its page or beside the list. */
export function ProgramDetails({ id }: { id: string }) {
  const { t } = useTranslation('software');
  const { id: organization, slug } = useOrganization();
  const program = useQuery(programQuery(organization, id));
  if (program.error) {
    return <ErrorState page problem={toProblem(program.error)} onRetry={() => void program.refetch()} />;
  }
  if (!program.data) {
    return <PageSkeleton />;
  }
  const { fileName, signer, devices, blocks, firstSeenAt, rules } = program.data;
  return (
    <DetailPage
      back={{
        link: linkOptions({ to: '/o/$organization/software', params: { organization: slug } }),
        label: t('title'),
      }}
      name={fileName}
      status={
        blocks > 0 && (
          <ToneChip tone="bad">{t('blockedTimes', { count: blocks, number: formatNumber(blocks) })}</ToneChip>
        )
      }
      facts={[
        { label: t('column.signer'), value: orNothing(signer?.organization ?? signer?.commonName) },
        { label: t('column.devices'), value: formatNumber(devices) },
        { label: t('column.firstSeen'), value: <RelativeTime at={firstSeenAt} /> },
      ]}
      action={<MakeRule program={program.data} />}
      tabs={[
        { name: 'overview', label: t('tab.overview'), content: <ProgramOverview program={program.data} /> },
        {
          name: 'rules',
          label: t('tab.rules', { number: rules.length }),
          content: <ProgramRules rules={rules} />,
        },
        {
          name: 'devices',
          label: t('tab.devices', { number: formatNumber(devices) }),
          content: <ProgramDevices program={program.data} />,
        },
        { name: 'events', label: t('tab.events'), content: <ProgramEvents sha256={id} /> },
      ]}
    />
  );
}

function MakeRule({ program }: { program: SoftwareDetail }) {
  const { t } = useTranslation('software');
  const { slug } = useOrganization();
  const mayManage = usePermission('rule.manage');
  if (!mayManage) {
    return null;
  }
  return (
    <RouterButton
      to="/o/$organization/rules/new"
      params={{ organization: slug }}
      search={
        program.signingId
          ? { ruleType: 'SIGNINGID', identifier: program.signingId }
          : { ruleType: 'BINARY', identifier: program.sha256 }
      }
      variant="contained"
    >
      {t('makeRule')}
    </RouterButton>
  );
}
