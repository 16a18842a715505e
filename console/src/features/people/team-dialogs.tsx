import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { PersonRef, Team, TeamDetail } from '@/api/types';
import { ProblemError } from '@/api/problem';
import { useRefresh } from '@/patterns/act';
import { ConfirmDanger, FormDialog, FormField } from '@/patterns/form';
import { PersonPicker } from '@/patterns/macs/pickers';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';
import { TeamChoice } from './team-choice';
import { withBelow } from './tree';

/** Creates a team, or gives one another name or place. */
export function TeamDialog({ team, teams, onClose }: { team?: Team; teams: Team[]; onClose: () => void }) {
  const { t } = useTranslation('teams');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <FormDialog
      open
      title={t(team ? 'changeTitle' : 'create', { name: team?.name })}
      submit={t('save')}
      onClose={onClose}
      onSubmit={async ({ name = '', parentId = '' }) => {
        const body = { name, parentId: parentId || null };
        await (team
          ? answer(
              client.PUT('/api/organizations/{organization}/teams/{team}', {
                params: { path: { organization, team: team.id } },
                body,
              }),
            )
          : answer(
              client.POST('/api/organizations/{organization}/teams', {
                params: { path: { organization } },
                body,
              }),
            ));
        await refresh('teams');
        notice({ text: t('saved', { name }) });
      }}
    >
      <FormField
        name="name"
        label={t('name')}
        defaultValue={team?.name}
        required
        autoFocus
        slotProps={{ htmlInput: { maxLength: 80 } }}
      />
      <TeamChoice
        name="parentId"
        label={t('parent')}
        none={t('top')}
        teams={teams}
        without={team && withBelow(teams, team.id)}
        defaultValue={team?.parentId ?? ''}
      />
    </FormDialog>
  );
}

/** Puts a person into the team, as its lead or not. */
export function AddPerson({ team, onClose }: { team: Team; onClose: () => void }) {
  const { t } = useTranslation('teams');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [person, setPerson] = useState<PersonRef | null>(null);
  const [lead, setLead] = useState(false);
  return (
    <FormDialog
      open
      title={t('addTitle', { name: team.name })}
      text={t('leadText')}
      submit={t('add')}
      onClose={onClose}
      onSubmit={async () => {
        if (!person) {
          throw new ProblemError({ title: t('choosePerson'), status: 422 });
        }
        await answer(
          client.PUT('/api/organizations/{organization}/teams/{team}/people/{person}', {
            params: { path: { organization, team: team.id, person: person.id } },
            body: { lead },
          }),
        );
        await refresh();
        notice({ text: t('added', { name: person.displayName, team: team.name }) });
      }}
    >
      <PersonPicker label={t('person')} chosen={person} onChange={setPerson} />
      <FormControlLabel
        control={<Switch checked={lead} onChange={(event) => setLead(event.target.checked)} />}
        label={t('asLead')}
      />
    </FormDialog>
  );
}

interface EndProps {
  detail: TeamDetail;
  teams: Team[];
  onClose: () => void;
}

/** Says before what becomes of the people, the teams below and the roles. */
export function MergeTeam({ detail, teams, onClose }: EndProps) {
  const { t } = useTranslation('teams');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const { team } = detail;
  return (
    <FormDialog
      open
      danger
      title={t('mergeTitle', { name: team.name })}
      text={t('mergeText', consequences(detail, teams))}
      submit={t('merge')}
      onClose={onClose}
      onSubmit={async ({ into = '' }) => {
        await answer(
          client.POST('/api/organizations/{organization}/teams/{team}/merge', {
            params: { path: { organization, team: team.id } },
            body: { into },
          }),
        );
        await refresh();
        notice({ text: t('merged', { name: team.name }) });
      }}
    >
      <TeamChoice name="into" label={t('into')} teams={teams} without={withBelow(teams, team.id)} />
    </FormDialog>
  );
}

export function EndTeam({ detail, teams, onClose }: EndProps) {
  const { t } = useTranslation('teams');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const { team } = detail;
  return (
    <ConfirmDanger
      open
      title={t('endTitle', { name: team.name })}
      text={t('endText', consequences(detail, teams))}
      submit={t('end')}
      onClose={onClose}
      onConfirm={async () => {
        await answer(
          client.DELETE('/api/organizations/{organization}/teams/{team}', {
            params: { path: { organization, team: team.id } },
          }),
        );
        await refresh();
        notice({ text: t('ended', { name: team.name }) });
      }}
    />
  );
}

function consequences({ team, people, roles }: TeamDetail, teams: Team[]) {
  return {
    people: people.length,
    leads: people.filter(({ lead }) => lead).length,
    below: teams.filter(({ parentId }) => parentId === team.id).length,
    roles,
  };
}
