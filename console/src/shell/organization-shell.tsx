import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Outlet, useMatches } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '@/patterns/document-title';
import { LiveProvider } from '@/patterns/live';
import { NoPermission, PageSkeleton } from '@/patterns/states';
import { rememberOrganization } from '@/session/known-organizations';
import { holds, useLeaveIfOver, useMembership } from '@/session/session';
import { useAccent } from '@/theme/theme-provider';
import { BottomBar } from './bottom-bar';
import { EngagementBanner } from './engagement-banner';
import { Rail } from './rail';
import { SkipLink, TopBar } from './top-bar';

/** Everything around a page of an organization: where am I, what can I reach, is it live. */
export function OrganizationShell() {
  const { organization, engagement } = useMembership();
  const phone = useMediaQuery('(max-width: 599.95px)', { noSsr: true });
  useAccent(organization.accentColor);
  const leaveIfOver = useLeaveIfOver();
  useEffect(() => {
    // Whose customers somebody enters is nothing for a browser to keep.
    if (!engagement) {
      void rememberOrganization(organization);
    }
  }, [organization, engagement]);
  return (
    <LiveProvider key={organization.id} organization={organization.id} onRefused={leaveIfOver}>
      <SkipLink />
      <TopBar organization={organization} />
      <EngagementBanner />
      <Box sx={{ display: 'flex', minHeight: 'calc(100dvh - 56px)' }}>
        {!phone && <Rail />}
        <Box
          component="main"
          id="main"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, pb: { xs: 9, sm: 2 }, outline: 'none' }}
        >
          <Suspense fallback={<PageSkeleton />}>
            <PermittedOutlet />
          </Suspense>
        </Box>
      </Box>
      {phone && <BottomBar />}
    </LiveProvider>
  );
}

/** The page, or who could grant it: the permission stands in the route. */
function PermittedOutlet() {
  const { t } = useTranslation();
  const membership = useMembership();
  const { permission, forTeams, title } = useMatches().at(-1)?.staticData ?? {};
  useDocumentTitle(title && t(title), membership.organization.name);
  const wanted = permission ? [permission].flat() : [];
  return wanted.length > 0 && !wanted.some((one) => holds(membership, one, forTeams)) ? (
    <NoPermission permission={wanted[0]} />
  ) : (
    <Outlet />
  );
}
