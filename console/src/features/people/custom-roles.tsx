import AddOutlined from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { RouterLink } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission } from '@/session/session';
import { customRolesQuery, holdersQuery } from './authority-api';
import type { CustomRole } from '@/api/types';
import { CustomRoleDialog, DeleteRole } from './custom-role-dialog';
import { PermissionList } from '@/patterns/permission-list';

/** The organization's own roles. */
export function CustomRoles() {
  const { t } = useTranslation('roles');
  const { id: organization } = useOrganization();
  const mayManage = usePermission('people.manage');
  const roles = useQuery(customRolesQuery(organization));
  const [editing, setEditing] = useState<{ role?: CustomRole; copy?: boolean } | null>(null);
  const [deleting, setDeleting] = useState<CustomRole | null>(null);
  return (
    <section aria-label={t('title')}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 2, mb: 1.5, alignItems: 'center' }}>
        <Typography variant="h2">{t('title')}</Typography>
        {mayManage && (
          <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setEditing({})}>
            {t('create')}
          </Button>
        )}
      </Stack>
      {roles.isPending && <PageSkeleton rows={2} />}
      {roles.error && <ErrorState problem={toProblem(roles.error)} onRetry={() => void roles.refetch()} />}
      {roles.data?.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('empty')}</Typography>}
      <Box
        sx={{
          display: 'grid',
          columnGap: 2,
          gridTemplateColumns: { md: '1fr 1fr', xl: '1fr 1fr 1fr' },
          alignItems: 'start',
        }}
      >
        {roles.data?.map((role) => (
          <Section key={role.id} title={role.name} text={role.description}>
            <PermissionList permissions={role.permissions} />
            <Holders role={role} />
            {mayManage && (
              <Stack direction="row" sx={{ gap: 0.5, mt: 1, flexWrap: 'wrap' }}>
                <Button size="small" onClick={() => setEditing({ role })}>
                  {t('change')}
                </Button>
                <Button size="small" onClick={() => setEditing({ role, copy: true })}>
                  {t('duplicate')}
                </Button>
                <Button size="small" color="error" onClick={() => setDeleting(role)}>
                  {t('delete')}
                </Button>
              </Stack>
            )}
          </Section>
        ))}
      </Box>
      {editing && (
        <CustomRoleDialog role={editing.role} copy={editing.copy} onClose={() => setEditing(null)} />
      )}
      {deleting && <DeleteRole role={deleting} onClose={() => setDeleting(null)} />}
    </section>
  );
}

/** Who has the role; asked for only when somebody wants to know. */
function Holders({ role }: { role: CustomRole }) {
  const { t } = useTranslation('roles');
  const { id: organization, slug } = useOrganization();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ ...holdersQuery(organization, role.id), enabled: open });
  if (role.holders === 0) {
    return <Typography sx={{ mt: 1.5, color: 'text.secondary' }}>{t('nobody')}</Typography>;
  }
  return (
    <Box sx={{ mt: 1.5 }}>
      <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('holders', { count: role.holders })}
      </Button>
      {open &&
        data?.map(({ person, team }) => (
          <Typography key={`${person.id} ${team?.id ?? ''}`} variant="body2">
            <RouterLink
              to="/o/$organization/people/$person"
              params={{ organization: slug, person: person.id }}
            >
              {person.displayName}
            </RouterLink>
            {team && ` · ${team.name}`}
          </Typography>
        ))}
    </Box>
  );
}
