import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/api/types';
import { toProblem } from '@/api/problem';
import { Page } from '@/patterns/page';
import { RouterLink } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import { CustomRoles } from './custom-roles';
import { PermissionList } from '@/patterns/permission-list';
import { rolesQuery } from './people-api';

/** What each role may do, in words. */
export function RolesPage() {
  const { t } = useTranslation('people');
  const { id: organization } = useOrganization();
  const roles = useQuery(rolesQuery(organization));
  return (
    <Page title={t('roles.title')} purpose={t('roles.purpose')}>
      <CustomRoles />
      <Typography variant="h2" sx={{ mt: 3, mb: 1.5 }}>
        {t('roles.builtIn')}
      </Typography>
      {roles.isPending && <PageSkeleton />}
      {roles.error && <ErrorState problem={toProblem(roles.error)} onRetry={() => void roles.refetch()} />}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { md: '1fr 1fr', xl: '1fr 1fr 1fr' },
          alignItems: 'start',
        }}
      >
        {roles.data?.map((role) => (
          <RoleCard key={role.name} role={role} />
        ))}
      </Box>
    </Page>
  );
}

function RoleCard({ role }: { role: Role }) {
  const { t } = useTranslation('people');
  const { slug } = useOrganization();
  return (
    <Section
      title={role.title}
      text={role.description}
      action={
        <RouterLink
          to="/o/$organization/people"
          params={{ organization: slug }}
          search={{ role: role.name }}
          sx={{ whiteSpace: 'nowrap', fontSize: '0.8125rem', lineHeight: '26px' }}
        >
          {t('roles.who')}
        </RouterLink>
      }
    >
      <PermissionList permissions={role.permissions} />
    </Section>
  );
}
