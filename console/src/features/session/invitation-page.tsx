import LinkOffOutlined from '@mui/icons-material/LinkOffOutlined';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { InvitationPreview } from '@/api/types';
import { isRefusal, toProblem } from '@/api/problem';
import { Door } from '@/patterns/door';
import { Form, FormField } from '@/patterns/form';
import { NewPasswordField } from '@/patterns/new-password';
import { RouterButton } from '@/patterns/router-link';
import { EmptyState, ErrorState } from '@/patterns/states';
import { RelativeTime } from '@/patterns/time';
import { sessionQuery, useSignedIn } from '@/session/session';

/** The token stands behind the # of the link, so that it reaches no server log; it is sent in a body only. */
export function InvitationPage() {
  const { t } = useTranslation('session');
  const token = useLocation({ select: ({ hash }) => hash });
  // Sets the cookie with the cross-site token that the calls below must repeat.
  const session = useQuery(sessionQuery);
  const preview = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => answer(client.POST('/api/invitations/look-up', { body: { token } })),
    enabled: token !== '' && session.isFetched,
    retry: false,
    staleTime: Infinity,
  });
  const problem = preview.error ? toProblem(preview.error) : null;
  if (token === '' || (problem && problem.status !== 0)) {
    return (
      <Door title={t('invitation.title')}>
        <EmptyState
          icon={LinkOffOutlined}
          title={t('invitation.deadTitle')}
          text={t('invitation.deadText')}
        />
      </Door>
    );
  }
  return (
    <Door
      title={
        preview.data
          ? t('invitation.join', { organization: preview.data.organizationName })
          : t('invitation.title')
      }
    >
      {problem && <ErrorState problem={problem} onRetry={() => void preview.refetch()} />}
      {preview.isPending && <Skeleton variant="rounded" height={180} />}
      {preview.data?.passwordMissing && <PasswordFirst email={preview.data.email} />}
      {preview.data && !preview.data.passwordMissing && <Acceptance token={token} preview={preview.data} />}
    </Door>
  );
}

function PasswordFirst({ email }: { email: string }) {
  const { t } = useTranslation('session');
  return (
    <Stack sx={{ gap: 2 }}>
      <div>{t('invitation.noPassword', { email })}</div>
      <RouterButton to="/forgot-password" variant="contained" size="large" fullWidth>
        {t('invitation.setPassword')}
      </RouterButton>
    </Stack>
  );
}

function Acceptance({ token, preview }: { token: string; preview: InvitationPreview }) {
  const { t } = useTranslation('session');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  return (
    <Form
      onSubmit={async ({ displayName, password = '' }) => {
        try {
          signedIn(
            await answer(client.POST('/api/invitations/accept', { body: { token, displayName, password } })),
          );
          await navigate({ to: '/', replace: true });
        } catch (error) {
          if (!isRefusal(error, 'second-factor-awaited')) {
            throw error;
          }
          await navigate({ to: '/sign-in/second-factor', search: {}, replace: true });
        }
      }}
    >
      {(busy) => (
        <Stack sx={{ gap: 2 }}>
          <div>
            {t('invitation.as', {
              email: preview.email,
              roles: preview.roles.map((role) => common(`role.${role}`)).join(', '),
            })}{' '}
            {t('invitation.expires')} <RelativeTime at={preview.expiresAt} />.
          </div>
          {!preview.personExists && (
            <FormField
              name="displayName"
              label={t('displayName')}
              defaultValue={preview.displayName ?? ''}
              autoComplete="name"
              required
              autoFocus
            />
          )}
          <input type="hidden" name="username" autoComplete="username" value={preview.email} readOnly />
          {preview.personExists ? (
            <FormField
              name="password"
              type="password"
              label={t('invitation.ownPassword')}
              helperText={t('invitation.ownPasswordHint')}
              autoComplete="current-password"
              required
            />
          ) : (
            <NewPasswordField
              name="password"
              label={t('invitation.newPassword')}
              hint={t('passwordHint')}
              email={preview.email}
              nameField="displayName"
            />
          )}
          <Button type="submit" variant="contained" size="large" loading={busy}>
            {t('invitation.accept')}
          </Button>
        </Stack>
      )}
    </Form>
  );
}
