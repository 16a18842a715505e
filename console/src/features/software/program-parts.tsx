import BoltOutlined from '@mui/icons-material/BoltOutlined';
import GppGoodOutlined from '@mui/icons-material/GppGoodOutlined';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { linkOptions } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Rule, SantaEvent, SoftwareDetail } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { ListPage } from '@/patterns/list/list-page';
import { useList } from '@/patterns/list/use-list';
import { useEventColumns } from '@/patterns/macs/event-columns';
import { DeviceName, orNothing, RuleName } from '@/patterns/macs/names';
import { SigningChain } from '@/patterns/macs/signing-chain';
import { formatNumber } from '@/patterns/numbers';
import { RouterLink } from '@/patterns/router-link';
import { FactList, Section } from '@/patterns/section';
import { EmptyState } from '@/patterns/states';
import { ExactTime, RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';

export function ProgramOverview({ program }: { program: SoftwareDetail }) {
  const { t } = useTranslation('software');
  const { slug } = useOrganization();
  const { sameSigningId, sameTeam, bundles } = program;
  return (
    <>
      <Section title={t('overview.names')} text={t('overview.namesText')}>
        <FactList
          facts={[
            { label: t('column.sha256'), value: <Identifier value={program.sha256} length={0} /> },
            { label: t('column.cdhash'), value: hash(program.cdhash) },
            {
              label: t('column.signingId'),
              value: <Wider value={program.signingId} also={sameSigningId} />,
            },
            { label: t('column.certificate'), value: hash(program.certificateSha256) },
            { label: t('column.teamId'), value: <Wider value={program.teamId} also={sameTeam} /> },
          ]}
        />
      </Section>
      <Section title={t('overview.seen')}>
        <FactList
          facts={[
            { label: t('column.firstSeen'), value: <ExactTime at={program.firstSeenAt} /> },
            { label: t('column.lastSeen'), value: <ExactTime at={program.lastSeenAt} /> },
            { label: t('column.blocks'), value: formatNumber(program.blocks) },
            { label: t('column.executions'), value: formatNumber(program.executions) },
            { label: t('overview.paths'), value: list(program.paths) },
            { label: t('overview.versions'), value: orNothing(program.versions.join(', ')) },
            {
              label: t('overview.bundles'),
              value:
                bundles.length === 0
                  ? '—'
                  : bundles.map((bundle) => (
                      <Box key={bundle.hash}>
                        <RouterLink
                          to="/o/$organization/bundles/$hash"
                          params={{ organization: slug, hash: bundle.hash }}
                        >
                          {[bundle.name, bundle.version].filter(Boolean).join(' ') ||
                            bundle.hash.slice(0, 12)}
                        </RouterLink>
                      </Box>
                    )),
            },
          ]}
        />
      </Section>
      <Section title={t('overview.chain')} text={program.signingStatus ?? undefined}>
        <SigningChain chain={program.signingChain} />
      </Section>
    </>
  );
}

/** An identifier that other files share, and how many. */
function Wider({ value, also }: { value: string | null; also: SoftwareDetail['sameTeam'] }) {
  const { t } = useTranslation('software');
  if (!value) {
    return '—';
  }
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Identifier value={value} length={0} />
      {also && also.software > 1 && (
        <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
          {t('overview.shared', {
            count: also.software - 1,
            number: formatNumber(also.software - 1),
            devices: formatNumber(also.devices),
          })}
        </Typography>
      )}
    </Stack>
  );
}

export function ProgramRules({ rules }: { rules: Rule[] }) {
  const { t } = useTranslation('software');
  const { t: macs } = useTranslation('macs');
  if (rules.length === 0) {
    return <EmptyState icon={GppGoodOutlined} title={t('rules.emptyTitle')} text={t('rules.emptyText')} />;
  }
  return (
    <Rows>
      {rules.map((rule) => (
        <Box component="li" key={rule.id} sx={{ px: 2, py: 1.25 }}>
          <RuleName rule={rule} />
          <Box
            sx={{
              display: 'flex',
              gap: 1,
              flexWrap: 'wrap',
              color: 'text.secondary',
              fontSize: '0.8125rem',
              mt: 0.5,
            }}
          >
            {macs(`ruleType.${rule.ruleType}`)} <Identifier value={rule.identifier} length={34} />
            {rule.comment && <span>{rule.comment}</span>}
          </Box>
        </Box>
      ))}
    </Rows>
  );
}

export function ProgramDevices({ program }: { program: SoftwareDetail }) {
  const { t } = useTranslation('software');
  return (
    <>
      <Rows>
        {program.deviceList.map(({ device, firstSeenAt, lastSeenAt }) => (
          <Box
            component="li"
            key={device.id}
            sx={{ px: 2, py: 1, display: 'flex', gap: 2, flexWrap: 'wrap', justifyContent: 'space-between' }}
          >
            <DeviceName device={device} />
            <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
              {t('devices.first')} <RelativeTime at={firstSeenAt} /> · {t('devices.last')}{' '}
              <RelativeTime at={lastSeenAt} />
            </Typography>
          </Box>
        ))}
      </Rows>
      {program.devices > program.deviceList.length && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {t('devices.more', { shown: program.deviceList.length, number: formatNumber(program.devices) })}
        </Typography>
      )}
    </>
  );
}

export function ProgramEvents({ sha256 }: { sha256: string }) {
  const { t } = useTranslation('software');
  const { id: organization, slug } = useOrganization();
  const events = useList<SantaEvent>({
    key: [organization, 'events', 'software', sha256],
    filters: [],
    load: (query, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/events', {
          params: { path: { organization }, query: { ...query, sha256, cursor } },
        }),
      ),
  });
  return (
    <ListPage
      embedded
      title=""
      purpose=""
      list={events}
      columns={useEventColumns()}
      rowKey={({ id }) => id}
      rowLink={(id) =>
        linkOptions({ to: '/o/$organization/events/$event', params: { organization: slug, event: id } })
      }
      empty={{ icon: BoltOutlined, title: t('events.emptyTitle'), text: t('events.emptyText') }}
    />
  );
}

function Rows({ children }: { children: React.ReactNode }) {
  return (
    <Paper
      variant="outlined"
      component="ul"
      sx={{ listStyle: 'none', m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}
    >
      {children}
    </Paper>
  );
}

function hash(value: string | null) {
  return value ? <Identifier value={value} length={0} /> : '—';
}

function list(values: string[]) {
  return values.length === 0 ? '—' : values.map((value) => <Box key={value}>{value}</Box>);
}
