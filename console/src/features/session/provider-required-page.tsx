import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Organization, Session } from '@/api/types';
import { Door } from '@/patterns/door';
import { Form } from '@/patterns/form';
import { RouterLink } from '@/patterns/router-link';
import { membershipOf, sessionQuery, useSession } from '@/session/session';
import { waysOfOrganization } from '@/session/ways';
import { WayButtons } from './way-buttons';

/** The organization lets people in through its own sign-in: here is the way there, and the one for when it is broken. */
export function ProviderRequiredPage() {
  const { organization: slug = '' } = useSearch({ from: '/signed-in/provider-required' });
  const session = useSession();
  const membership = membershipOf(session, slug);
  return membership?.providerRequired ? (
    <Required session={session} organization={membership.organization} />
  ) : (
    <Navigate to="/" replace />
  );
}

function Required({ session, organization }: { session: Session; organization: Organization }) {
  const { t } = useTranslation('session');
  const ways = useQuery(waysOfOrganization(organization.slug));
  const fallBack = useFallback(organization);
  const names = { organization: organization.name };
  return (
    <Door title={t('required.title', names)} text={t('required.text', names)}>
      <Stack sx={{ gap: 2 }}>
        <WayButtons
          ways={ways.data ?? []}
          email={session.person.email}
          returnTo={`/console/o/${organization.slug}`}
        />
        <Form onSubmit={fallBack}>
          {(busy) => (
            <Stack sx={{ gap: 1 }}>
              <Button type="submit" loading={busy}>
                {t('required.broken')}
              </Button>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('required.brokenText')}
              </Typography>
            </Stack>
          )}
        </Form>
        <RouterLink to="/organizations" variant="body2">
          {t('required.other')}
        </RouterLink>
      </Stack>
    </Door>
  );
}

function useFallback(organization: Organization): () => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async () => {
    await answer(client.POST('/api/session/fallback', { body: { organization: organization.id } }));
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await router.navigate({ to: '/o/$organization', params: { organization: organization.slug } });
  };
}
