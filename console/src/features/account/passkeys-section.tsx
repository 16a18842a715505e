import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnFactors, Passkey } from '@/api/types';
import { answer, client } from '@/api/client';
import { ConfirmDanger, FormDialog, FormField } from '@/patterns/form';
import { Section } from '@/patterns/section';
import { RelativeTime } from '@/patterns/time';
import { passkeysKnown } from '@/session/factor-api';
import { makePasskey } from './account-api';
import { browserName } from '@/patterns/browser-name';

interface PasskeysSectionProps {
  factors: OwnFactors;
  onAdded: (backupCodes: string[]) => Promise<void>;
  onChanged: () => Promise<void>;
}

/** Keys in my devices: a second factor, or the whole sign-in. */
export function PasskeysSection({ factors, onAdded, onChanged }: PasskeysSectionProps) {
  const { t } = useTranslation('account');
  const [adding, setAdding] = useState(false);
  const possible = factors.passkeysPossible && passkeysKnown;
  return (
    <Section
      title={t('passkey.title')}
      text={t('passkey.text')}
      action={
        possible && (
          <Button variant="outlined" onClick={() => setAdding(true)}>
            {t('passkey.add')}
          </Button>
        )
      }
    >
      {factors.passkeys.length === 0 && (possible ? t('passkey.none') : t('passkey.impossible'))}
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1 }}>
        {factors.passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} onChanged={onChanged} />
        ))}
      </Stack>
      {adding && <AddPasskey onAdded={onAdded} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function AddPasskey({
  onAdded,
  onClose,
}: {
  onAdded: (backupCodes: string[]) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation('account');
  return (
    <FormDialog
      open
      title={t('passkey.add')}
      text={t('passkey.addText')}
      submit={t('passkey.make')}
      onClose={onClose}
      onSubmit={async ({ name = '' }) => {
        const made = await tryToMake(t('passkey.notMade'));
        const { backupCodes } = await answer(
          client.POST('/api/account/factors/passkeys', { body: { name, answer: made } }),
        );
        await onAdded(backupCodes);
      }}
    >
      <FormField
        name="name"
        label={t('passkey.name')}
        defaultValue={browserName(navigator.userAgent).slice(0, 60)}
        slotProps={{ htmlInput: { maxLength: 60 } }}
        required
        autoFocus
      />
    </FormDialog>
  );
}

/** Cancelled or failed in the browser's own dialog, which has said why. */
async function tryToMake(refusal: string): Promise<string> {
  try {
    return await makePasskey();
  } catch (error) {
    throw error instanceof DOMException ? new Error(refusal) : error;
  }
}

function PasskeyRow({ passkey, onChanged }: { passkey: Passkey; onChanged: () => Promise<void> }) {
  const { t } = useTranslation('account');
  const { t: common } = useTranslation();
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const close = () => setOpen(null);
  const params = { path: { id: passkey.id } };
  return (
    <Box
      component="li"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}
    >
      <Box sx={{ flex: '1 1 160px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ fontWeight: 560 }}>{passkey.name}</Box>
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
          {t('passkey.used')} <RelativeTime at={passkey.lastUsedAt} absent={t('passkey.never')} />
        </Box>
      </Box>
      <Box sx={{ whiteSpace: 'nowrap' }}>
        <Button
          size="small"
          onClick={() => setOpen('rename')}
          aria-label={t('passkey.renameThis', { name: passkey.name })}
        >
          {t('passkey.rename')}
        </Button>
        <Button
          size="small"
          color="error"
          onClick={() => setOpen('remove')}
          aria-label={t('passkey.removeThis', { name: passkey.name })}
        >
          {t('passkey.remove')}
        </Button>
      </Box>
      <FormDialog
        open={open === 'rename'}
        title={t('passkey.rename')}
        submit={common('action.save')}
        onClose={close}
        onSubmit={async ({ name = '' }) => {
          await answer(client.PUT('/api/account/factors/passkeys/{id}', { params, body: { name } }));
          await onChanged();
        }}
      >
        <FormField
          name="name"
          label={t('passkey.name')}
          defaultValue={passkey.name}
          slotProps={{ htmlInput: { maxLength: 60 } }}
          required
          autoFocus
        />
      </FormDialog>
      <ConfirmDanger
        open={open === 'remove'}
        title={t('passkey.removeTitle', { name: passkey.name })}
        text={t('passkey.removeText')}
        submit={t('passkey.remove')}
        onClose={close}
        onConfirm={async () => {
          await answer(client.DELETE('/api/account/factors/passkeys/{id}', { params }));
          await onChanged();
        }}
      />
    </Box>
  );
}
