import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { isRefusal } from '@/api/problem';
import { Door } from '@/patterns/door';
import { Form, FormField } from '@/patterns/form';
import { RouterLink } from '@/patterns/router-link';
import { passkeysKnown } from '@/session/factor-api';
import { sessionQuery, useSignedIn } from '@/session/session';
import { ownAddress } from './own-address';
import { PasskeyButton } from './passkey-button';
import { setUpQuery } from './set-up-query';

export function SignInPage() {
  const { t } = useTranslation('session');
  const search = useSearch({ from: '/public/sign-in' });
  const router = useRouter();
  const signedIn = useSignedIn();
  // Asked for its cookie too: the sign-in itself needs the cross-site token.
  const session = useQuery(sessionQuery);
  const setUp = useQuery(setUpQuery);
  if (setUp.data?.required) {
    return <Navigate to="/set-up" replace />;
  }
  if (session.data) {
    return <Navigate to="/" replace />;
  }
  return (
    <Door title={t('signIn.title')} text={t(search.return ? 'signIn.again' : 'signIn.text')}>
      <Form
        onSubmit={async ({ email = '', password = '' }) => {
          try {
            signedIn(await answer(client.POST('/api/session', { body: { email, password } })));
            router.history.push(ownAddress(search.return));
          } catch (error) {
            if (!isRefusal(error, 'second-factor-awaited')) {
              throw error;
            }
            await router.navigate({ to: '/sign-in/second-factor', search });
          }
        }}
      >
        {(busy) => (
          <Stack sx={{ gap: 2 }}>
            <FormField
              name="email"
              type="email"
              label={t('email')}
              autoComplete="username"
              required
              autoFocus
            />
            <FormField
              name="password"
              type="password"
              label={t('password')}
              autoComplete="current-password"
              required
            />
            <Button type="submit" variant="contained" size="large" loading={busy}>
              {t('signIn.submit')}
            </Button>
            {passkeysKnown && <PasskeyButton />}
            <RouterLink to="/forgot-password" variant="body2" sx={{ alignSelf: 'center' }}>
              {t('reset:forgot.link')}
            </RouterLink>
          </Stack>
        )}
      </Form>
    </Door>
  );
}
