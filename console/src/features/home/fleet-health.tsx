import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '@/api/types';
import { formatNumber } from '@/patterns/numbers';
import { RouterButton, RouterLink } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { statusOf } from '@/patterns/status';
import { useOrganization, usePermission } from '@/session/session';

type Fleet = Dashboard['fleet'];

/** How the Macs are: one bar, each part a link to its Macs. */
export function FleetHealth({ fleet }: { fleet: Fleet }) {
  const { t } = useTranslation('home');
  const { t: status } = useTranslation('status');
  const { slug } = useOrganization();
  const mayOpen = usePermission('device.read');
  const parts = [
    { name: 'HEALTHY', devices: fleet.healthy },
    { name: 'LATE', devices: fleet.late },
    { name: 'DRIFTED', devices: fleet.drifted },
    { name: 'STALE', devices: fleet.stale },
    { name: 'NEVER_SYNCED', devices: fleet.neverSynced },
  ];
  const share = fleet.total === 0 ? 0 : Math.round((100 * fleet.healthy) / fleet.total);
  return (
    <Section
      title={t('fleet.title')}
      action={
        mayOpen && (
          <RouterButton to="/o/$organization/devices" params={{ organization: slug }} size="small">
            {t('fleet.open')}
          </RouterButton>
        )
      }
    >
      <Stack direction="row" sx={{ alignItems: 'baseline', gap: 1.25, mb: 1.25 }}>
        <Typography
          component="div"
          sx={{ fontSize: '2.125rem', fontWeight: 660, lineHeight: 1.2, fontVariantNumeric: 'tabular-nums' }}
        >
          {fleet.total === 0 ? '—' : `${share} %`}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          {t('fleet.of', { count: fleet.total, number: formatNumber(fleet.total) })}
        </Typography>
      </Stack>
      <Bar parts={parts} total={fleet.total} />
      <Stack
        direction="row"
        component="ul"
        sx={{ ...plain, columnGap: 2.5, rowGap: 0.5, flexWrap: 'wrap', mt: 1.25 }}
      >
        {parts.map(({ name, devices }) => (
          <Part
            key={name}
            filter={{ health: name }}
            name={name}
            label={status(name)}
            devices={devices}
            link={mayOpen}
          />
        ))}
      </Stack>
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, gap: 2, mt: 2 }}>
        <Box>
          <Heading text={t('fleet.byMode')} />
          <Box component="ul" sx={plain}>
            {fleet.byMode.map(({ mode, devices }) => (
              <Row
                key={mode}
                label={mode ? status(mode) : t('fleet.unknown')}
                devices={devices}
                total={fleet.total}
                filter={{ clientMode: mode }}
                link={mayOpen && mode !== ''}
              />
            ))}
          </Box>
        </Box>
        <Box>
          <Heading text={t('fleet.byVersion')} />
          <Box component="ul" sx={plain}>
            {fleet.byVersion.slice(0, 4).map(({ version, devices }) => (
              <Row
                key={version}
                label={version || t('fleet.unknown')}
                devices={devices}
                total={fleet.total}
                filter={{}}
                link={false}
              />
            ))}
          </Box>
        </Box>
      </Box>
    </Section>
  );
}

function Bar({ parts, total }: { parts: { name: string; devices: number }[]; total: number }) {
  return (
    <Box
      aria-hidden
      sx={{ display: 'flex', gap: '2px', height: 14, borderRadius: 7, overflow: 'hidden', bgcolor: 'sunken' }}
    >
      {parts
        .filter(({ devices }) => devices > 0)
        .map(({ name, devices }) => (
          <Box
            key={name}
            sx={{
              width: `${(100 * devices) / total}%`,
              minWidth: 4,
              bgcolor: `tones.${statusOf(name).tone}.strong`,
            }}
          />
        ))}
    </Box>
  );
}

interface PartProps {
  name?: string;
  label: string;
  devices: number;
  total?: number;
  filter: Record<string, string>;
  link: boolean;
}

function Part({ name, label, devices, filter, link }: PartProps) {
  const { tone, icon: Icon } = statusOf(name ?? '');
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, fontSize: '0.875rem' }}>
      <Icon aria-hidden sx={{ fontSize: 17, color: `tones.${tone}.strong` }} />
      <Target link={link} filter={filter}>
        {label} <strong>{formatNumber(devices)}</strong>
      </Target>
    </Box>
  );
}

function Row({ label, devices, total = 0, filter, link }: PartProps) {
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '96px 1fr 44px',
        gap: 1,
        alignItems: 'center',
        fontSize: '0.8125rem',
        minHeight: 26,
      }}
    >
      <Target link={link} filter={filter}>
        {label}
      </Target>
      <Box aria-hidden sx={{ height: 6, borderRadius: 3, bgcolor: 'sunken' }}>
        <Box
          sx={{
            height: 6,
            borderRadius: 3,
            bgcolor: 'primary.main',
            width: `${total ? (100 * devices) / total : 0}%`,
          }}
        />
      </Box>
      <Box sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>{formatNumber(devices)}</Box>
    </Box>
  );
}

function Target({
  link,
  filter,
  children,
}: {
  link: boolean;
  filter: Record<string, string>;
  children: React.ReactNode;
}) {
  const { slug } = useOrganization();
  return link ? (
    <RouterLink to="/o/$organization/devices" params={{ organization: slug }} search={filter} color="inherit">
      {children}
    </RouterLink>
  ) : (
    <span>{children}</span>
  );
}

function Heading({ text }: { text: string }) {
  return (
    <Typography variant="overline" component="h3" sx={{ color: 'text.secondary' }}>
      {text}
    </Typography>
  );
}

const plain = { listStyle: 'none', m: 0, p: 0 } as const;
