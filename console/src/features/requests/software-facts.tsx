import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { orNothing, SoftwareName } from '@/patterns/macs/names';
import { SigningChain } from '@/patterns/macs/signing-chain';
import { formatNumber } from '@/patterns/numbers';
import { RouterLink } from '@/patterns/router-link';
import { FactList, Section } from '@/patterns/section';
import { StatusChip } from '@/patterns/status-chip';
import { ExactTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';

/** The program and the block behind the request, for experts. */
export function SoftwareFacts({ request: { software, event } }: { request: RequestDetail }) {
  const { t } = useTranslation('requests');
  const { slug } = useOrganization();
  return (
    <>
      <Section title={t('software.title')}>
        <FactList
          facts={[
            {
              label: t('software.name'),
              value: software.sha256 ? (
                <SoftwareName sha256={software.sha256}>{software.fileName}</SoftwareName>
              ) : (
                software.fileName
              ),
            },
            { label: t('software.signer'), value: orNothing(software.signer?.commonName) },
            { label: t('software.status'), value: orNothing(software.signingStatus) },
            {
              label: t('software.devices'),
              value: software.devices === null ? '—' : formatNumber(software.devices),
            },
            {
              label: t('software.blocks'),
              value: software.blocks === null ? '—' : formatNumber(software.blocks),
            },
            {
              label: t('software.firstSeen'),
              value: software.firstSeenAt ? <ExactTime at={software.firstSeenAt} /> : '—',
            },
            { label: t('software.sha256'), value: identifier(software.sha256) },
            { label: t('software.signingId'), value: identifier(software.signingId) },
            { label: t('software.teamId'), value: identifier(software.teamId) },
            { label: t('software.cdhash'), value: identifier(software.cdhash) },
          ]}
        />
      </Section>
      <Section title={t('software.chain')}>
        <SigningChain chain={software.signingChain} />
      </Section>
      {event && (
        <Section title={t('software.event')}>
          <FactList
            facts={[
              { label: t('software.decision'), value: <StatusChip status={event.decision} /> },
              {
                label: t('software.path'),
                value: <Identifier value={`${event.filePath}/${event.fileName}`} length={0} />,
              },
              { label: t('software.user'), value: orNothing(event.executingUser) },
              { label: t('software.parent'), value: orNothing(event.parentName) },
              { label: t('software.at'), value: <ExactTime at={event.occurredAt} /> },
            ]}
          />
          <RouterLink
            to="/o/$organization/events/$event"
            params={{ organization: slug, event: event.id }}
            sx={{ display: 'inline-block', mt: 1, fontSize: '0.875rem' }}
          >
            {t('software.openEvent')}
          </RouterLink>
        </Section>
      )}
    </>
  );
}

function identifier(value: string | null) {
  return value ? <Identifier value={value} length={0} /> : '—';
}
