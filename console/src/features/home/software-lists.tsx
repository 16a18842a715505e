import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '@/api/types';
import { SoftwareName } from '@/patterns/macs/names';
import { formatNumber } from '@/patterns/numbers';
import { RouterButton } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { RelativeTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';

/** "What is blocked most?" */
export function TopBlocked({ rows }: { rows: Dashboard['topBlocked'] }) {
  const { t } = useTranslation('home');
  const most = Math.max(1, ...rows.map(({ blocks }) => blocks));
  return (
    <Section
      title={t('top.title')}
      text={t('top.text')}
      action={<AllSoftware search={{ blocked: 'true' }} />}
    >
      {rows.length === 0 && <Typography variant="body2">{t('top.empty')}</Typography>}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map(({ sha256, fileName, blocks, devices }) => (
          <Box
            component="li"
            key={sha256}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 200px) 1fr 150px' },
              columnGap: 2,
              alignItems: 'center',
              minHeight: 32,
              fontSize: '0.875rem',
            }}
          >
            <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
              <SoftwareName sha256={sha256}>{fileName}</SoftwareName>
            </Box>
            <Box aria-hidden sx={{ display: { xs: 'none', sm: 'block' } }}>
              <Box
                sx={{
                  height: 8,
                  borderRadius: 4,
                  bgcolor: 'tones.bad.strong',
                  width: `${(100 * blocks) / most}%`,
                  minWidth: 4,
                }}
              />
            </Box>
            <Box sx={{ textAlign: 'right', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
              {t('top.figures', { blocks: formatNumber(blocks), devices: formatNumber(devices) })}
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

const shownNew = 6;

/** "What is new here?" */
export function NewSoftware({ rows }: { rows: Dashboard['newSoftware'] }) {
  const { t } = useTranslation('home');
  return (
    <Section
      title={t('new.title')}
      text={t('new.text')}
      action={<AllSoftware search={{ sort: '-firstSeenAt' }} />}
    >
      {rows.length === 0 && <Typography variant="body2">{t('new.empty')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.slice(0, shownNew).map(({ sha256, fileName, signer, firstSeenAt, devices }) => (
          <Box
            component="li"
            key={sha256}
            sx={{
              py: 0.75,
              display: 'flex',
              gap: 2,
              justifyContent: 'space-between',
              '& + li': { borderTop: 1, borderColor: 'divider' },
            }}
          >
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              <SoftwareName sha256={sha256}>{fileName}</SoftwareName>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {signer?.organization ?? signer?.commonName ?? t('new.unsigned')}
              </Typography>
            </Box>
            <Typography variant="body2" component="div" sx={{ color: 'text.secondary', textAlign: 'right' }}>
              <RelativeTime at={firstSeenAt} />
              <br />
              {t('new.macs', { count: devices, number: formatNumber(devices) })}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

function AllSoftware({ search }: { search: { blocked?: string; sort?: string } }) {
  const { t } = useTranslation('home');
  const { slug } = useOrganization();
  const mayOpen = usePermission('event.read');
  return mayOpen ? (
    <RouterButton to="/o/$organization/software" params={{ organization: slug }} search={search} size="small">
      {t('allSoftware')}
    </RouterButton>
  ) : null;
}
