import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Invitation } from '@/api/types';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { Section } from '@/patterns/section';
import { useOrganization } from '@/session/session';
import { InvitationState } from './invitation-state';
import { lettersQuery } from './letters-api';
import { invitationsQuery } from './people-api';
import { RenewButton } from './renew-button';

/** Who is invited and has not come yet. Nothing is shown when nobody is. */
export function InvitationList() {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  const { id: organization } = useOrganization();
  const { data } = useQuery(invitationsQuery(organization));
  const { data: letters } = useQuery(lettersQuery(organization));
  const [withdrawing, setWithdrawing] = useState<Invitation | null>(null);
  if (!data || data.length === 0) {
    return null;
  }
  return (
    <Section title={t('invitations.title')} text={t('invitations.text')} flush>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.map((invitation) => (
          <Stack
            component="li"
            key={invitation.id}
            direction="row"
            sx={{
              gap: 2,
              px: 2.25,
              py: 1,
              alignItems: 'center',
              borderTop: 1,
              borderColor: 'divider',
              flexWrap: 'wrap',
            }}
          >
            <Box sx={{ flex: 1, minWidth: 220 }}>
              <Typography variant="body2" sx={{ fontWeight: 560 }}>
                {invitation.displayName ?? invitation.email}
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {invitation.email} · {invitation.roles.map((role) => common(`role.${role}`)).join(', ')}
              </Typography>
            </Box>
            <InvitationState invitation={invitation} letter={letters?.get(invitation.id)} />
            <RenewButton invitation={invitation} />
            <Button
              size="small"
              color="inherit"
              variant="outlined"
              onClick={() => setWithdrawing(invitation)}
            >
              {t('invitations.withdraw')}
            </Button>
          </Stack>
        ))}
      </Box>
      {withdrawing && <Withdraw invitation={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Section>
  );
}

function Withdraw({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { t } = useTranslation('people');
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const notice = useNotice();
  return (
    <ConfirmDanger
      open
      title={t('invitations.withdrawTitle', { email: invitation.email })}
      text={t('invitations.withdrawText')}
      submit={t('invitations.withdraw')}
      onClose={onClose}
      onConfirm={async () => {
        await answer(
          client.DELETE('/api/organizations/{organization}/invitations/{id}', {
            params: { path: { organization, id: invitation.id } },
          }),
        );
        await queries.invalidateQueries({ queryKey: [organization, 'invitations'] });
        notice({ text: t('invitations.withdrawn', { email: invitation.email }) });
      }}
    />
  );
}
