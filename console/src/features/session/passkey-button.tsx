import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { signWithPasskey } from '@/session/factor-api';
import { useSignedIn } from '@/session/session';
import { ownAddress } from './own-address';

/** Signing in without a password: the device checks who holds it. */
export function PasskeyButton() {
  const { t } = useTranslation('session');
  const search = useSearch({ from: '/public/sign-in' });
  const router = useRouter();
  const signedIn = useSignedIn();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const signIn = async () => {
    setState('busy');
    try {
      const signed = await signWithPasskey('anybody');
      signedIn(await answer(client.POST('/api/session/passkey', { body: { answer: signed } })));
      router.history.push(ownAddress(search.return));
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      {state === 'failed' && <Alert severity="info">{t('signIn.passkeyFailed')}</Alert>}
      <Button variant="outlined" size="large" loading={state === 'busy'} onClick={() => void signIn()}>
        {t('signIn.passkey')}
      </Button>
    </>
  );
}
