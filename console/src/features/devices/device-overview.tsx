import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { DeviceDetail } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { orNothing, TagList } from '@/patterns/macs/names';
import { formatNumber } from '@/patterns/numbers';
import { FactList, Section } from '@/patterns/section';
import { ExactTime } from '@/patterns/time';

const counted = ['binary', 'certificate', 'teamId', 'signingId', 'cdhash', 'compiler', 'transitive'] as const;

export function DeviceOverview({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation('devices');
  const { credential, enrolment, rulesHash, policySequence, headSequence } = device;
  return (
    <>
      <Advice device={device} />
      <Section title={t('overview.rules')} text={t('overview.rulesText')}>
        <Box
          component="dl"
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fill, minmax(96px, 1fr))',
            gap: 1.5,
            m: 0,
            mb: 2,
          }}
        >
          {counted.map((name) => (
            <Box key={name} sx={{ bgcolor: 'sunken', borderRadius: 1, px: 1.5, py: 1 }}>
              <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
                {t(`count.${name}`)}
              </Typography>
              <Box
                component="dd"
                sx={{ m: 0, fontSize: '1.125rem', fontWeight: 620, fontVariantNumeric: 'tabular-nums' }}
              >
                {formatNumber(device.counts[name])}
              </Box>
            </Box>
          ))}
        </Box>
        <FactList
          facts={[
            {
              label: t('overview.sequence'),
              value:
                policySequence === headSequence
                  ? t('overview.current', { sequence: formatNumber(headSequence) })
                  : t('overview.behind', {
                      sequence: formatNumber(policySequence),
                      head: formatNumber(headSequence),
                      count: device.rulesBehind,
                    }),
            },
            { label: t('overview.compared'), value: t(`hashState.${rulesHash.state}`) },
            { label: t('overview.reported'), value: hash(rulesHash.reported) },
            { label: t('overview.predicted'), value: hash(rulesHash.predicted) },
          ]}
        />
      </Section>
      <Section title={t('overview.mac')}>
        <FactList
          facts={[
            { label: t('column.tags'), value: <TagList tags={device.tags} /> },
            { label: t('column.owner'), value: owner(device) },
            { label: t('column.primaryUser'), value: orNothing(device.primaryUser) },
            { label: t('overview.groups'), value: orNothing(device.primaryUserGroups.join(', ')) },
            { label: t('column.model'), value: orNothing(device.modelIdentifier) },
            { label: t('column.osVersion'), value: `${device.osVersion} (${device.osBuild})` },
            { label: t('column.santaVersion'), value: orNothing(device.santaVersion) },
            {
              label: t('overview.sip'),
              value:
                device.sipStatus === 0
                  ? t('overview.sipOn')
                  : t('overview.sipOff', { bits: device.sipStatus.toString(16) }),
            },
            { label: t('overview.push'), value: t(device.pushToken ? 'yes' : 'no') },
            { label: t('column.machineId'), value: <Identifier value={device.machineId} length={0} /> },
          ]}
        />
      </Section>
      <Section title={t('overview.credential')} text={t('overview.credentialText')}>
        <FactList
          facts={[
            { label: t('column.enrolment'), value: enrolment.name },
            { label: t('overview.enrolled'), value: <ExactTime at={device.enrolledAt} /> },
            { label: t('overview.kind'), value: t(`credential.${credential.kind}`) },
            { label: t('overview.bound'), value: <ExactTime at={credential.boundAt} /> },
            ...(credential.certificateSubject
              ? [{ label: t('overview.subject'), value: credential.certificateSubject }]
              : []),
          ]}
        />
      </Section>
    </>
  );
}

/** What wants attention, in words: drift, waiting rules, a clean sync on its way, limits of an old client. */
function Advice({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation('devices');
  const { health, clientMode, requestedCleanSync, capabilityNotes, credential, retiredAt } = device;
  return (
    <Stack sx={{ gap: 1, mb: 2, '&:empty': { display: 'none' } }}>
      {retiredAt && (
        <Alert severity="warning">
          <AlertTitle>{t('retired.title')}</AlertTitle>
          {t('retired.text')} <ExactTime at={retiredAt} />
        </Alert>
      )}
      {credential.releasedUntil && (
        <Alert severity="warning">
          <AlertTitle>{t('release.pendingTitle')}</AlertTitle>
          {t('release.pending')} <ExactTime at={credential.releasedUntil} />
        </Alert>
      )}
      {health === 'DRIFTED' && (
        <Alert severity="error">
          <AlertTitle>{t('advice.driftTitle')}</AlertTitle>
          {t('advice.drift')} {clientMode === 'STANDALONE' && t('advice.driftStandalone')}
        </Alert>
      )}
      {health === 'STALE' && (
        <Alert severity="warning">
          <AlertTitle>{t('advice.staleTitle')}</AlertTitle>
          {t('advice.stale')}
        </Alert>
      )}
      {health === 'NEVER_SYNCED' && <Alert severity="info">{t('advice.never')}</Alert>}
      {requestedCleanSync && <Alert severity="info">{t(`advice.${requestedCleanSync}`)}</Alert>}
      {capabilityNotes.length > 0 && (
        <Alert severity="info">
          <AlertTitle>{t('advice.capability', { version: device.santaVersion })}</AlertTitle>
          <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
            {capabilityNotes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </Box>
        </Alert>
      )}
    </Stack>
  );
}

function owner({ owner: person }: DeviceDetail) {
  return person ? `${person.displayName} (${person.email})` : '—';
}

function hash(value: string | null) {
  return value ? <Identifier value={value} length={32} /> : '—';
}
