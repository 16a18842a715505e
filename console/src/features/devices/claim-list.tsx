import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { OwnershipClaim } from '@/api/types';
import { useAct, useRefresh } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { DeviceName } from '@/patterns/macs/names';
import { Section } from '@/patterns/section';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { claimsQuery } from './devices-api';

/** People who say that a Mac is theirs; nothing is shown when nobody does. */
export function ClaimList() {
  const { t } = useTranslation('devices');
  const { id: organization } = useOrganization();
  const { data: claims = [] } = useQuery(claimsQuery(organization));
  if (claims.length === 0) {
    return null;
  }
  return (
    <Section title={t('claim.title', { count: claims.length })} text={t('claim.text')}>
      <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none', gap: 1 }}>
        {claims.map((claim) => (
          <Claim key={claim.id} claim={claim} />
        ))}
      </Stack>
    </Section>
  );
}

function Claim({ claim }: { claim: OwnershipClaim }) {
  const { t } = useTranslation('devices');
  const { id: organization } = useOrganization();
  const act = useAct();
  const refresh = useRefresh();
  const [refusing, setRefusing] = useState(false);
  const { person, device, primaryUser, createdAt, id } = claim;
  const path = { organization, id };
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
      <Box sx={{ flex: '1 1 280px' }}>
        <strong>{person.displayName}</strong> {t('claim.says')} <DeviceName device={device} inText />
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          {person.email} · {t('claim.primaryUser', { user: primaryUser || '—' })} ·{' '}
          <RelativeTime at={createdAt} />
        </Box>
      </Box>
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button
          size="small"
          variant="contained"
          onClick={() =>
            void act(
              () =>
                answer(
                  client.POST('/api/organizations/{organization}/ownership-claims/{id}/confirm', {
                    params: { path },
                  }),
                ),
              t('claim.confirmed', { person: person.displayName, device: device.hostname }),
            )
          }
        >
          {t('claim.confirm')}
        </Button>
        <Button size="small" variant="outlined" color="inherit" onClick={() => setRefusing(true)}>
          {t('claim.refuse')}
        </Button>
      </Stack>
      <ConfirmDanger
        open={refusing}
        reason
        title={t('claim.refuseTitle', { person: person.displayName, device: device.hostname })}
        text={t('claim.refuseText')}
        submit={t('claim.refuse')}
        onClose={() => setRefusing(false)}
        onConfirm={async (reason) => {
          await answer(
            client.POST('/api/organizations/{organization}/ownership-claims/{id}/refuse', {
              params: { path },
              body: { reason },
            }),
          );
          await refresh();
        }}
      />
    </Box>
  );
}
