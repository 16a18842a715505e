import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/types';
import { leaveFor, waysOfOrganization } from './ways';

/** For somebody whose organization signs them in: lets it ask them anew, and comes back to this page. */
export function SignInAgain({ session }: { session: Session }) {
  const { t } = useTranslation('account');
  const slug =
    session.memberships.find(({ organization }) => organization.id === session.through)?.organization.slug ??
    '';
  const ways = useQuery({ ...waysOfOrganization(slug), enabled: slug !== '' });
  const way = ways.data?.find(({ inBrowser }) => inBrowser);
  return (
    way && (
      <Button
        sx={{ mt: 2 }}
        onClick={() =>
          void leaveFor(way.provider, {
            email: session.person.email,
            returnTo: window.location.pathname + window.location.search,
            fresh: true,
          })
        }
      >
        {t('factor.again')}
      </Button>
    )
  );
}
