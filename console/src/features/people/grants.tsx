import AddOutlined from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import MenuItem from '@mui/material/MenuItem';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Grant, Person, RoleName } from '@/api/types';
import { toProblem } from '@/api/problem';
import { useAct, useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';
import { customRolesQuery, grantsQuery, teamsQuery } from './authority-api';
import { rolesQuery } from './people-api';
import { usePermissionWords } from '@/patterns/permission-list';
import { TeamChoice } from './team-choice';

/** What a person may do, each with the role and the team through which they may. */
export function Grants({ person, mayChange }: { person: Person; mayChange: boolean }) {
  const { t } = useTranslation('roles');
  const { id: organization } = useOrganization();
  const grants = useQuery(grantsQuery(organization, person.id));
  const [giving, setGiving] = useState(false);
  return (
    <Section
      title={t('whyTitle')}
      text={t('whyText')}
      action={
        mayChange && (
          <Button size="small" startIcon={<AddOutlined />} onClick={() => setGiving(true)}>
            {t('give')}
          </Button>
        )
      }
    >
      {grants.isPending && <PageSkeleton rows={3} />}
      {grants.error && <ErrorState problem={toProblem(grants.error)} onRetry={() => void grants.refetch()} />}
      <List disablePadding>
        {grants.data?.map((grant, index) => (
          <GrantRow key={grant.id ?? index} person={person} grant={grant} mayChange={mayChange} />
        ))}
      </List>
      {giving && <GiveRole person={person} onClose={() => setGiving(false)} />}
    </Section>
  );
}

function GrantRow({ person, grant, mayChange }: { person: Person; grant: Grant; mayChange: boolean }) {
  const { t } = useTranslation('roles');
  const { id: organization } = useOrganization();
  const words = usePermissionWords();
  const act = useAct();
  const { id, title, team, permissions, source, through: claim } = grant;
  const held = t(`through.${source}`, { title, team: team?.name });
  const through = claim ? t(claim.value ? 'mapped' : 'mappedAll', { through: held, ...claim }) : held;
  return (
    <ListItem divider disableGutters sx={{ gap: 1, alignItems: 'flex-start' }}>
      <ListItemText
        primary={team && source !== 'TEAM_LEAD' ? t('inTeam', { through, team: team.name }) : through}
        secondary={permissions.map(words).join(' · ')}
      />
      {mayChange && id && (
        <Button
          size="small"
          onClick={() =>
            void act(
              () =>
                answer(
                  client.DELETE('/api/organizations/{organization}/people/{id}/grants/{grant}', {
                    params: { path: { organization, id: person.id, grant: id } },
                  }),
                ),
              t('taken', { name: person.displayName, role: title }),
            )
          }
        >
          {t('take')}
        </Button>
      )}
    </ListItem>
  );
}

/** A role of the organization's own, or any role for one team. */
function GiveRole({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('roles');
  const { id: organization } = useOrganization();
  const { data: own = [] } = useQuery(customRolesQuery(organization));
  const { data: builtIn = [] } = useQuery(rolesQuery(organization));
  const { data: teams = [] } = useQuery(teamsQuery(organization));
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <FormDialog
      open
      title={t('giveTitle', { name: person.displayName })}
      text={t('giveText')}
      submit={t('give')}
      onClose={onClose}
      onSubmit={async ({ role = '', team = '' }) => {
        const custom = own.some(({ id }) => id === role);
        await answer(
          client.POST('/api/organizations/{organization}/people/{id}/grants', {
            params: { path: { organization, id: person.id } },
            body: {
              ...(custom ? { customRole: role } : { role: role as RoleName }),
              ...(team ? { team } : {}),
            },
          }),
        );
        await refresh();
        notice({ text: t('given', { name: person.displayName }) });
      }}
    >
      <FormField select name="role" label={t('role')} defaultValue="" required>
        {own.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
        {builtIn.map(({ name, title }) => (
          <MenuItem key={name} value={name}>
            {t('forTeam', { title })}
          </MenuItem>
        ))}
      </FormField>
      <TeamChoice name="team" label={t('team')} teams={teams} none={t('everywhere')} />
    </FormDialog>
  );
}
