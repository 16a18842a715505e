import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { SantaEventDetail } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { orNothing, RuleName } from '@/patterns/macs/names';
import { RouterLink } from '@/patterns/router-link';
import { FactList, Section } from '@/patterns/section';
import { StatusChip } from '@/patterns/status-chip';
import { duration, ExactTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { monospace } from '@/theme/theme';

type Part = { event: SantaEventDetail };

/** What the Mac decided, who ran it, and what would decide now. */
export function EventFacts({ event }: Part) {
  const { t } = useTranslation('events');
  const { slug } = useOrganization();
  return (
    <Section title={t('section.execution')}>
      <FactList
        facts={[
          { label: t('column.decision'), value: <Code value={event.decision} /> },
          {
            label: t('fact.ruleNow'),
            value: (
              <>
                {event.rule ? <RuleName rule={event.rule} /> : t('fact.noRule')}
                {event.why && <Box sx={{ color: 'text.secondary' }}>{event.why}</Box>}
              </>
            ),
          },
          {
            label: t('fact.request'),
            value: event.request ? (
              <RouterLink
                to="/o/$organization/requests/$request"
                params={{ organization: slug, request: event.request.id }}
              >
                <StatusChip status={event.request.state} />
              </RouterLink>
            ) : (
              '—'
            ),
          },
          {
            label: t('fact.staticRule'),
            value: event.staticRule === null ? '—' : t(event.staticRule ? 'yes' : 'no'),
          },
          { label: t('column.user'), value: orNothing(event.executingUser) },
          { label: t('fact.loggedIn'), value: orNothing(event.loggedInUsers.join(', ')) },
          { label: t('fact.sessions'), value: orNothing(event.currentSessions.join(', ')) },
          { label: t('fact.process'), value: `${event.pid ?? '—'} / ${event.ppid ?? '—'}` },
          { label: t('column.parent'), value: orNothing(event.parentName) },
          { label: t('column.occurredAt'), value: <ExactTime at={event.occurredAt} /> },
          ...(event.claimedTime ? [{ label: t('fact.claimedTime'), value: event.claimedTime }] : []),
          { label: t('column.receivedAt'), value: <ExactTime at={event.receivedAt} /> },
        ]}
      />
    </Section>
  );
}

/** Every name that the file has, and the application that it is part of. */
export function FileFacts({ event }: Part) {
  const { t } = useTranslation('events');
  const { slug } = useOrganization();
  const bundle = event.bundleDetail;
  return (
    <Section title={t('section.file')}>
      <FactList
        facts={[
          {
            label: t('column.path'),
            value: <Identifier value={`${event.filePath}/${event.fileName}`} length={0} />,
          },
          { label: t('column.sha256'), value: <Identifier value={event.sha256} length={0} /> },
          { label: t('column.cdhash'), value: hash(event.cdhash) },
          ...(bundle
            ? [
                {
                  label: t('column.bundle'),
                  value:
                    [bundle.name, bundle.versionString ?? bundle.version].filter(Boolean).join(' ') || '—',
                },
                { label: t('fact.bundleIdentifier'), value: orNothing(bundle.identifier) },
                { label: t('fact.bundleVersion'), value: orNothing(bundle.version) },
                { label: t('fact.bundlePath'), value: orNothing(bundle.path) },
                { label: t('fact.bundleExecutable'), value: orNothing(bundle.executablePath) },
                {
                  label: t('fact.bundleCount'),
                  value:
                    bundle.binaryCount === null
                      ? '—'
                      : t('fact.bundleHashed', {
                          count: bundle.binaryCount,
                          time: duration((bundle.hashMillis ?? 0) / 1000),
                        }),
                },
                {
                  label: t('fact.bundleHash'),
                  value: bundle.hash ? (
                    <>
                      {hash(bundle.hash)}{' '}
                      <RouterLink
                        to="/o/$organization/bundles/$hash"
                        params={{ organization: slug, hash: bundle.hash }}
                      >
                        {t('fact.openBundle')}
                      </RouterLink>
                    </>
                  ) : (
                    '—'
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

/** Where the file came from, as the quarantine attribute says. */
export function OriginFacts({ event: { quarantine } }: Part) {
  const { t } = useTranslation('events');
  if (!quarantine) {
    return null;
  }
  return (
    <Section title={t('section.origin')} text={t('section.originText')}>
      <FactList
        facts={[
          { label: t('fact.dataUrl'), value: quarantine.dataUrl ? <Code value={quarantine.dataUrl} /> : '—' },
          {
            label: t('fact.refererUrl'),
            value: quarantine.refererUrl ? <Code value={quarantine.refererUrl} /> : '—',
          },
          {
            label: t('fact.downloaded'),
            value: quarantine.timestamp ? <ExactTime at={quarantine.timestamp} /> : '—',
          },
          { label: t('fact.agent'), value: orNothing(quarantine.agentBundleId) },
        ]}
      />
    </Section>
  );
}

export function SigningFacts({ event }: Part) {
  const { t } = useTranslation('events');
  return (
    <Section title={t('section.signing')}>
      <FactList
        facts={[
          {
            label: t('fact.signingStatus'),
            value: event.signingStatus ? <Code value={event.signingStatus} /> : '—',
          },
          { label: t('column.signingId'), value: hash(event.signingId) },
          { label: t('column.teamId'), value: hash(event.teamId) },
          {
            label: t('fact.csFlags'),
            value: event.csFlags === null ? '—' : <Code value={`0x${event.csFlags.toString(16)}`} />,
          },
          {
            label: t('fact.signingTime'),
            value: event.signingTime ? <ExactTime at={event.signingTime} /> : '—',
          },
          {
            label: t('fact.secureSigningTime'),
            value: event.secureSigningTime ? <ExactTime at={event.secureSigningTime} /> : '—',
          },
        ]}
      />
    </Section>
  );
}

export function EntitlementList({
  entitlements,
  filtered,
}: {
  entitlements: SantaEventDetail['entitlements'];
  filtered: boolean;
}) {
  const { t } = useTranslation('events');
  return (
    <Section title={t('section.entitlements')} text={filtered ? t('fact.entitlementsFiltered') : undefined}>
      {entitlements.length === 0 ? (
        <Typography variant="body2">{t('fact.noEntitlements')}</Typography>
      ) : (
        <FactList
          facts={entitlements.map(({ key, value }) => ({
            label: <Code value={key ?? ''} />,
            value: <Code value={value ?? ''} />,
          }))}
        />
      )}
    </Section>
  );
}

function Code({ value }: { value: string }) {
  return (
    <Box component="span" sx={{ fontFamily: monospace, fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
      {value}
    </Box>
  );
}

function hash(value: string | null) {
  return value ? <Identifier value={value} length={0} /> : '—';
}
