import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { isRefusal } from '@/api/problem';
import { Door } from '@/patterns/door';
import { Form, FormField, type FormValues } from '@/patterns/form';
import { knownOrganization } from '@/session/known-organizations';
import { sessionQuery, useSignedIn } from '@/session/session';
import { waysOfAddress, waysOfOrganization } from '@/session/ways';
import { ownAddress } from './own-address';
import { PasswordFields } from './password-fields';
import { setUpQuery } from './set-up-query';
import { WayButtons } from './way-buttons';

const complete = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** The address first: its domain says whether an organization's own sign-in leads in, or a password. */
export function SignInPage() {
  const { t } = useTranslation('session');
  const search = useSearch({ from: '/public/sign-in' });
  // Asked for its cookie too: the sign-in itself needs the cross-site token.
  const session = useQuery(sessionQuery);
  const setUp = useQuery(setUpQuery);
  const [email, setEmail] = useState('');
  const [insisting, setInsisting] = useState(false);
  const signIn = useSignIn();
  const ways = useWays(email, search.organization);
  if (setUp.data?.required) {
    return <Navigate to="/set-up" replace />;
  }
  if (session.data) {
    return <Navigate to="/" replace />;
  }
  return (
    <Door
      title={t('signIn.title')}
      text={t(search.return ? 'signIn.again' : 'signIn.text')}
      organization={knownOrganization(search.organization ?? search.return)}
    >
      <Form onSubmit={signIn}>
        {(busy) => (
          <Stack sx={{ gap: 2 }}>
            <FormField
              name="email"
              type="email"
              label={t('email')}
              autoComplete="username"
              required
              autoFocus
              onBlur={(event) => setEmail(event.target.value.trim())}
            />
            <WayButtons ways={ways} email={email} returnTo={ownAddress(search.return)} />
            {ways.length === 0 || insisting ? (
              <PasswordFields busy={busy} second={ways.length > 0} />
            ) : (
              <Button type="button" onClick={() => setInsisting(true)}>
                {t('signIn.withPassword')}
              </Button>
            )}
          </Stack>
        )}
      </Form>
    </Door>
  );
}

/** By the organization that a link names, and by the domain of the address once it is typed. */
function useWays(email: string, organization: string | undefined) {
  const linked = useQuery({ ...waysOfOrganization(organization ?? ''), enabled: Boolean(organization) });
  const typed = useQuery({ ...waysOfAddress(email), enabled: complete.test(email) });
  return typed.data?.length ? typed.data : (linked.data ?? []);
}

function useSignIn(): (values: FormValues) => Promise<void> {
  const search = useSearch({ from: '/public/sign-in' });
  const router = useRouter();
  const signedIn = useSignedIn();
  return async ({ email = '', password = '' }) => {
    try {
      signedIn(await answer(client.POST('/api/session', { body: { email, password } })));
      router.history.push(ownAddress(search.return));
    } catch (error) {
      if (!isRefusal(error, 'second-factor-awaited')) {
        throw error;
      }
      await router.navigate({ to: '/sign-in/second-factor', search });
    }
  };
}
