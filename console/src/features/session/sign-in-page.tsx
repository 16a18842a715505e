import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { Door } from '@/patterns/door';
import { Form, FormField } from '@/patterns/form';
import { RouterLink } from '@/patterns/router-link';
import { sessionQuery, useSignedIn } from '@/session/session';
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
          signedIn(await answer(client.POST('/api/session', { body: { email, password } })));
          router.history.push(ownAddress(search.return));
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
            <RouterLink to="/forgot-password" variant="body2" sx={{ alignSelf: 'center' }}>
              {t('reset:forgot.link')}
            </RouterLink>
          </Stack>
        )}
      </Form>
    </Door>
  );
}

/** Only paths of the console itself are returned to: the address bar is not to be trusted. */
export function ownAddress(path: string | undefined): string {
  const inside = path?.startsWith('/console/') ?? false;
  return inside && path && !path.includes('//') && !path.includes('\\') ? path : '/console/';
}
