import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import AddOutlined from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Paper from '@mui/material/Paper';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { Page } from '@/patterns/page';
import { EmptyState, ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission } from '@/session/session';
import { teamsQuery } from './authority-api';
import type { Team } from '@/api/types';
import { TeamDialog } from './team-dialogs';
import { TeamPanel } from './team-panel';
import { treeOf } from './tree';

/** The tree of teams, and the people of the chosen one. */
export function TeamsPage() {
  const { t } = useTranslation('teams');
  const { id: organization } = useOrganization();
  const mayManage = usePermission('people.manage');
  const teams = useQuery(teamsQuery(organization));
  const { team: wanted } = useSearch({ strict: false }) as { team?: string };
  const [creating, setCreating] = useState(false);
  const chosen = teams.data?.find(({ id }) => id === wanted) ?? (teams.data && treeOf(teams.data)[0]?.team);
  const create = mayManage && (
    <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <Page title={t('title')} purpose={t('purpose')} action={create}>
      {teams.isPending && <PageSkeleton rows={4} />}
      {teams.error && <ErrorState problem={toProblem(teams.error)} onRetry={() => void teams.refetch()} />}
      {teams.data?.length === 0 && (
        <EmptyState
          icon={AccountTreeOutlined}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={create}
        />
      )}
      {chosen && (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { md: 'minmax(240px, 340px) minmax(0, 1fr)' },
            alignItems: 'start',
          }}
        >
          <Tree teams={teams.data ?? []} chosen={chosen.id} />
          <TeamPanel key={chosen.id} team={chosen} teams={teams.data ?? []} />
        </Box>
      )}
      {creating && <TeamDialog teams={teams.data ?? []} onClose={() => setCreating(false)} />}
    </Page>
  );
}

function Tree({ teams, chosen }: { teams: Team[]; chosen: string }) {
  const { t } = useTranslation('teams');
  const navigate = useNavigate();
  return (
    <Paper variant="outlined">
      <List dense aria-label={t('title')}>
        {treeOf(teams).map(({ team, depth }) => (
          <ListItem key={team.id} disablePadding>
            <ListItemButton
              selected={team.id === chosen}
              aria-current={team.id === chosen}
              sx={{ pl: 2 + depth * 2 }}
              onClick={() =>
                void navigate({ to: '.', search: ((old: object) => ({ ...old, team: team.id })) as never })
              }
            >
              <ListItemText
                primary={team.name}
                secondary={
                  team.leads.length > 0
                    ? t('ledBy', { names: team.leads.map((lead) => lead.displayName).join(', ') })
                    : t('noLead')
                }
                slotProps={{ primary: { noWrap: true }, secondary: { noWrap: true } }}
              />
              <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem', pl: 1 }}>
                {team.members}
              </Box>
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </Paper>
  );
}
