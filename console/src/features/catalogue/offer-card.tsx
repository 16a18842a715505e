import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Offer } from '@/api/types';
import { TakeButton } from '@/patterns/catalogue/take-button';
import { ConfirmDanger } from '@/patterns/form';
import { useRefresh } from '@/patterns/act';
import { useNotice } from '@/patterns/notice';
import { myDevicesQuery } from '@/patterns/macs/queries';
import { RouterLink } from '@/patterns/router-link';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';

/** One approved program, and what one has of it. */
export function OfferCard({ offer }: { offer: Offer }) {
  const { t } = useTranslation('catalogue');
  const { id: organization } = useOrganization();
  const { data: devices = [] } = useQuery(myDevicesQuery(organization));
  const own = devices.filter(({ ownership }) => ownership === 'OWNER');
  const has = offer.taken.length > 0;
  const lacking = own.filter(({ id }) => !offer.taken.some(({ deviceId }) => deviceId === id));
  return (
    <Card component="li" sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'flex-start' }}>
        <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
          <Typography variant="h3" component="h2">
            {offer.name}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {[offer.publisher, offer.days && t('days', { count: offer.days })].filter(Boolean).join(' · ')}
          </Typography>
          <Typography sx={{ mt: 0.75, whiteSpace: 'pre-line' }}>{offer.reason}</Typography>
        </Box>
        <Stack sx={{ gap: 1, alignItems: { sm: 'flex-end' } }}>
          {has && <StatusChip status="TAKEN" />}
          {lacking.length > 0 && (
            <TakeButton offer={offer} label={has ? t('takeRest', { count: lacking.length }) : t('take')} />
          )}
          {own.length === 0 && (
            <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 220 }}>
              {t('noMac')}
            </Typography>
          )}
        </Stack>
      </Box>
      {has && <Taken offer={offer} names={new Map(own.map(({ id, hostname }) => [id, hostname]))} />}
    </Card>
  );
}

function Taken({ offer, names }: { offer: Offer; names: Map<string, string> }) {
  const { t } = useTranslation('catalogue');
  const { id: organization, slug } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [device, setDevice] = useState<string | null>(null);
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1.5, p: 0 }}>
      {offer.taken.map(({ deviceId, requestId, at }) => (
        <Box
          component="li"
          key={deviceId}
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            gap: 1,
            alignItems: 'center',
            py: 0.75,
            borderTop: 1,
            borderColor: 'divider',
          }}
        >
          <Typography variant="body2" component="div" sx={{ flex: '1 1 200px' }}>
            {names.get(deviceId)} · <RelativeTime at={at} /> ·{' '}
            <RouterLink
              to="/o/$organization/requests/$request"
              params={{ organization: slug, request: requestId }}
              underline="always"
            >
              {t('request')}
            </RouterLink>
          </Typography>
          <Button
            size="small"
            color="inherit"
            onClick={() => setDevice(deviceId)}
            aria-label={t('giveBackThis', { name: offer.name, mac: names.get(deviceId) })}
          >
            {t('giveBack')}
          </Button>
        </Box>
      ))}
      <ConfirmDanger
        open={device !== null}
        title={t('giveBackTitle', { name: offer.name, mac: names.get(device ?? '') })}
        text={t('giveBackText')}
        submit={t('giveBack')}
        onClose={() => setDevice(null)}
        onConfirm={async () => {
          await answer(
            client.POST('/api/organizations/{organization}/catalogue/{entry}/give-back', {
              params: { path: { organization, entry: offer.id } },
              body: { deviceIds: device ? [device] : [] },
            }),
          );
          await refresh();
          notice({ text: t('givenBack', { name: offer.name }) });
        }}
      />
    </Box>
  );
}
