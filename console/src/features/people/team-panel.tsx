import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import { useAct } from '@/patterns/act';
import { RouterLink } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission, useSession } from '@/session/session';
import { teamQuery } from './authority-api';
import type { Team, TeamDetail } from '@/api/types';
import { AddPerson, EndTeam, MergeTeam, TeamDialog } from './team-dialogs';

/** One team: its people, and what can be done to it. */
export function TeamPanel({ team, teams }: { team: Team; teams: Team[] }) {
  const { t } = useTranslation('teams');
  const { id: organization } = useOrganization();
  const mayManage = usePermission('people.manage');
  const detail = useQuery(teamQuery(organization, team.id));
  const [open, setOpen] = useState<'add' | 'change' | 'merge' | 'end' | null>(null);
  const close = () => setOpen(null);
  return (
    <Section
      title={team.name}
      text={t('leadText')}
      action={
        mayManage && (
          <Button
            variant="contained"
            size="small"
            onClick={() => setOpen('add')}
            sx={{ flexShrink: 0, whiteSpace: 'nowrap' }}
          >
            {t('add')}
          </Button>
        )
      }
    >
      {detail.isPending && <PageSkeleton rows={3} />}
      {detail.error && <ErrorState problem={toProblem(detail.error)} onRetry={() => void detail.refetch()} />}
      {detail.data && <Members detail={detail.data} mayManage={mayManage} />}
      {mayManage && detail.data && (
        <Stack direction="row" sx={{ gap: 1, mt: 2, flexWrap: 'wrap' }}>
          <Button onClick={() => setOpen('change')}>{t('change')}</Button>
          {teams.length > 1 && <Button onClick={() => setOpen('merge')}>{t('merge')}</Button>}
          <Button color="error" onClick={() => setOpen('end')}>
            {t('end')}
          </Button>
        </Stack>
      )}
      {open === 'add' && <AddPerson team={team} onClose={close} />}
      {open === 'change' && <TeamDialog team={team} teams={teams} onClose={close} />}
      {open === 'merge' && detail.data && <MergeTeam detail={detail.data} teams={teams} onClose={close} />}
      {open === 'end' && detail.data && <EndTeam detail={detail.data} teams={teams} onClose={close} />}
    </Section>
  );
}

function Members({ detail, mayManage }: { detail: TeamDetail; mayManage: boolean }) {
  const { t } = useTranslation('teams');
  const { id: organization, slug } = useOrganization();
  const own = useSession().person.id;
  const act = useAct();
  if (detail.people.length === 0) {
    return <Typography sx={{ color: 'text.secondary' }}>{t('nobody')}</Typography>;
  }
  const path = (person: string) => ({ organization, team: detail.team.id, person });
  return (
    <List disablePadding>
      {detail.people.map(({ person, lead }) => (
        <ListItem key={person.id} divider disableGutters sx={{ gap: 1, flexWrap: 'wrap' }}>
          <ListItemText
            sx={{ minWidth: 180 }}
            primary={
              <RouterLink
                to="/o/$organization/people/$person"
                params={{ organization: slug, person: person.id }}
              >
                {person.displayName}
              </RouterLink>
            }
            secondary={lead ? t('lead') : person.email}
          />
          {mayManage && person.id !== own && (
            <Button
              size="small"
              onClick={() =>
                void act(
                  () =>
                    answer(
                      client.PUT('/api/organizations/{organization}/teams/{team}/people/{person}', {
                        params: { path: path(person.id) },
                        body: { lead: !lead },
                      }),
                    ),
                  t(lead ? 'unledDone' : 'ledDone', { name: person.displayName, team: detail.team.name }),
                )
              }
            >
              {t(lead ? 'unlead' : 'makeLead')}
            </Button>
          )}
          {mayManage && (
            <Button
              size="small"
              color="inherit"
              onClick={() =>
                void act(
                  () =>
                    answer(
                      client.DELETE('/api/organizations/{organization}/teams/{team}/people/{person}', {
                        params: { path: path(person.id) },
                      }),
                    ),
                  t('takenOut', { name: person.displayName, team: detail.team.name }),
                )
              }
            >
              {t('takeOut')}
            </Button>
          )}
        </ListItem>
      ))}
    </List>
  );
}
