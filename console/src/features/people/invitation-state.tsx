import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Invitation, LetterFate } from '@/api/types';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime, useNow } from '@/patterns/time';

interface InvitationStateProps {
  invitation: Invitation;
  letter?: LetterFate;
}

/** Whether the link still works, and whether its letter arrived at the mail server. */
export function InvitationState({ invitation: { invitedBy, expiresAt }, letter }: InvitationStateProps) {
  const { t } = useTranslation('people');
  const over = Date.parse(expiresAt) <= useNow();
  return (
    <Box sx={{ maxWidth: 420 }}>
      <Typography component="div" variant="body2" sx={{ color: 'text.secondary' }}>
        {invitedBy && `${t('invitations.by', { name: invitedBy.displayName })} · `}
        {over ? (
          <StatusChip status="EXPIRED" />
        ) : (
          <>
            {t('invitations.ends')} <RelativeTime at={expiresAt} />
          </>
        )}
      </Typography>
      {letter && letter.state !== 'NEEDLESS' && (
        <Typography component="div" variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`mail:invitation.${letter.state}`)} <RelativeTime at={letter.at} />
          {letter.problem && letter.state !== 'SENT' && <> · {letter.problem}</>}
        </Typography>
      )}
    </Box>
  );
}
