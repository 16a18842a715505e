import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { FormField } from '@/patterns/form';
import { RouterLink } from '@/patterns/router-link';
import { passkeysKnown } from '@/session/factor-api';
import { PasskeyButton } from './passkey-button';

/** Signing in to Gatehouse itself. */
export function PasswordFields({ busy, second }: { busy: boolean; second: boolean }) {
  const { t } = useTranslation('session');
  return (
    <>
      <FormField
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        required
      />
      <Button type="submit" variant={second ? 'outlined' : 'contained'} size="large" loading={busy}>
        {t('signIn.submit')}
      </Button>
      {passkeysKnown && <PasskeyButton />}
      <RouterLink to="/forgot-password" variant="body2" sx={{ alignSelf: 'center' }}>
        {t('reset:forgot.link')}
      </RouterLink>
    </>
  );
}
