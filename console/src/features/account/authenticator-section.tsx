import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppProposal } from '@/api/types';
import { answer, client } from '@/api/client';
import { ConfirmDanger, FormDialog, FormField } from '@/patterns/form';
import { Identifier } from '@/patterns/identifier';
import { Section } from '@/patterns/section';
import { RelativeTime } from '@/patterns/time';
import { useTry } from './try';

interface AuthenticatorSectionProps {
  since: string | null;
  onAdded: (backupCodes: string[]) => Promise<void>;
  onChanged: () => Promise<void>;
}

/** The app that shows a new code every 30 seconds. */
export function AuthenticatorSection({ since, onAdded, onChanged }: AuthenticatorSectionProps) {
  const { t } = useTranslation('account');
  const attempt = useTry();
  const [proposal, setProposal] = useState<AppProposal | null>(null);
  const [removing, setRemoving] = useState(false);
  const propose = async () => setProposal(await answer(client.POST('/api/account/factors/authenticator')));
  return (
    <Section
      title={t('app.title')}
      text={t('app.text')}
      action={
        since ? (
          <Button variant="outlined" color="error" onClick={() => setRemoving(true)}>
            {t('app.remove')}
          </Button>
        ) : (
          <Button variant="contained" onClick={() => void attempt(propose)}>
            {t('app.add')}
          </Button>
        )
      }
    >
      {since ? (
        <>
          {t('app.since')} <RelativeTime at={since} />.
        </>
      ) : (
        t('app.none')
      )}
      {proposal && <ConfirmApp proposal={proposal} onAdded={onAdded} onClose={() => setProposal(null)} />}
      <ConfirmDanger
        open={removing}
        title={t('app.removeTitle')}
        text={t('app.removeText')}
        submit={t('app.remove')}
        onClose={() => setRemoving(false)}
        onConfirm={async () => {
          await answer(client.DELETE('/api/account/factors/authenticator'));
          await onChanged();
        }}
      />
    </Section>
  );
}

function ConfirmApp({
  proposal,
  onAdded,
  onClose,
}: {
  proposal: AppProposal;
  onAdded: (backupCodes: string[]) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation('account');
  return (
    <FormDialog
      open
      title={t('app.confirmTitle')}
      text={t('app.confirmText')}
      submit={t('app.confirm')}
      onClose={onClose}
      onSubmit={async ({ code = '' }) => {
        const { backupCodes } = await answer(
          client.POST('/api/account/factors/authenticator/confirm', { body: { code } }),
        );
        await onAdded(backupCodes);
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Box sx={{ bgcolor: '#fff', p: 1, borderRadius: 1, lineHeight: 0 }}>
          <QRCodeSVG value={proposal.address} size={184} title={t('app.code')} />
        </Box>
        <Box sx={{ flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' }}>
          <div>{t('app.byHand')}</div>
          <Identifier value={proposal.secret} length={64} />
        </Box>
      </Box>
      <FormField
        name="code"
        label={t('factor.name.AUTHENTICATOR_APP')}
        autoComplete="one-time-code"
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 6 } }}
        required
        autoFocus
      />
    </FormDialog>
  );
}
