import LinkOffOutlined from '@mui/icons-material/LinkOffOutlined';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import { Door } from '@/patterns/door';
import { Form } from '@/patterns/form';
import { NewPasswordField } from '@/patterns/new-password';
import { useNotice } from '@/patterns/notice';
import { RouterButton } from '@/patterns/router-link';
import { EmptyState, ErrorState } from '@/patterns/states';
import { sessionQuery, useSignedIn } from '@/session/session';

/** The token stands behind the # of the mailed link, so that it reaches no server log; it is sent in a body only. */
export function ResetPasswordPage() {
  const { t } = useTranslation('reset');
  const token = useLocation({ select: ({ hash }) => hash });
  // Sets the cookie with the cross-site token that the calls below must repeat.
  const session = useQuery(sessionQuery);
  const preview = useQuery({
    queryKey: ['password-reset', 'look-up', token],
    queryFn: () => answer(client.POST('/api/password-resets/look-up', { body: { token } })),
    enabled: token !== '' && session.isFetched,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  const problem = preview.error ? toProblem(preview.error) : null;
  if (token === '' || problem?.status === 404) {
    return (
      <Door title={t('choose.title')}>
        <EmptyState
          icon={LinkOffOutlined}
          title={t('choose.deadTitle')}
          text={t('choose.deadText')}
          action={
            <RouterButton to="/forgot-password" variant="contained">
              {t('choose.again')}
            </RouterButton>
          }
        />
      </Door>
    );
  }
  return (
    <Door title={t('choose.title')} text={preview.data && t('choose.text', { email: preview.data.email })}>
      {problem && <ErrorState problem={problem} onRetry={() => void preview.refetch()} />}
      {preview.isPending && <Skeleton variant="rounded" height={140} />}
      {preview.data && <Choose token={token} {...preview.data} />}
    </Door>
  );
}

function Choose({ token, email, displayName }: { token: string; email: string; displayName: string }) {
  const { t } = useTranslation('reset');
  const navigate = useNavigate();
  const notice = useNotice();
  const signedIn = useSignedIn();
  return (
    <Form
      onSubmit={async ({ password = '' }) => {
        await answer(client.POST('/api/password-resets/complete', { body: { token, password } }));
        signedIn(null);
        notice({ text: t('choose.done') });
        await navigate({ to: '/sign-in', search: {}, replace: true });
      }}
    >
      {(busy) => (
        <Stack sx={{ gap: 2 }}>
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <NewPasswordField
            name="password"
            label={t('choose.password')}
            hint={t('choose.hint')}
            email={email}
            displayName={displayName}
            autoFocus
          />
          <Button type="submit" variant="contained" size="large" loading={busy}>
            {t('choose.submit')}
          </Button>
        </Stack>
      )}
    </Form>
  );
}
