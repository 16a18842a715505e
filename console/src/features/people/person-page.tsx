import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { linkOptions, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Person, RoleName } from '@/api/types';
import { toProblem } from '@/api/problem';
import { ActivityList } from '@/patterns/activity/activity-list';
import { DetailPage } from '@/patterns/detail-page';
import { EraseButton } from '@/patterns/forgetting/erase-button';
import { ConfirmDanger, Form } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { RouterLink } from '@/patterns/router-link';
import { FactList, Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization, usePermission, useSession } from '@/session/session';
import { AccessButtons } from './access-buttons';
import { RemoveButton } from './departure';
import { Grants } from './grants';
import { PersonAccounts } from './person-accounts';
import { PersonConnections } from './person-connections';
import { PersonDelegations } from './person-delegations';
import { personQuery } from './people-api';
import { Profile } from './profile';
import { RoleChoice } from './role-choice';

export function PersonPage() {
  const { person } = useParams({ from: '/signed-in/o/$organization/people/$person' });
  return <PersonDetails id={person} />;
}

/** Everything about one person, on its page or beside the list. */
export function PersonDetails({ id }: { id: string }) {
  const { t } = useTranslation('people');
  const { id: organization, slug } = useOrganization();
  const person = useQuery(personQuery(organization, id));
  const mayManage = usePermission('people.manage');
  const mayManageKeys = usePermission('key.manage');
  const mayReadLedger = usePermission('ledger.read');
  const own = useSession().person.id === id;
  if (person.error) {
    return <ErrorState page problem={toProblem(person.error)} onRetry={() => void person.refetch()} />;
  }
  if (!person.data) {
    return <PageSkeleton />;
  }
  const { displayName, email, state, lastSignInAt, joinedAt } = person.data;
  return (
    <DetailPage
      back={{
        link: linkOptions({ to: '/o/$organization/people', params: { organization: slug } }),
        label: t('title'),
      }}
      name={displayName}
      status={<StatusChip status={state} />}
      facts={[
        { label: t('column.email'), value: email },
        { label: t('column.lastSignIn'), value: <RelativeTime at={lastSignInAt} absent={t('never')} /> },
        { label: t('column.joined'), value: <RelativeTime at={joinedAt} /> },
      ]}
      action={
        <>
          {mayManage && !own && (
            <>
              <AccessButtons person={person.data} />
              <StateButton person={person.data} />
              <RemoveButton person={person.data} />
            </>
          )}
          <EraseButton subject={id} name={displayName} />
        </>
      }
      tabs={[
        {
          name: 'roles',
          label: t('column.roles'),
          content: (
            <>
              <Grants person={person.data} mayChange={mayManage && !own} />
              <Section title={t('person.rolesTitle')} text={t('person.rolesText')}>
                {mayManage && !own ? (
                  <RolesForm key={person.dataUpdatedAt} person={person.data} />
                ) : (
                  <RolesShown person={person.data} own={own} />
                )}
                {mayReadLedger && (
                  <RouterLink
                    to="/o/$organization/ledger"
                    params={{ organization: slug }}
                    search={{ objectType: 'person', objectId: id }}
                    sx={{ display: 'inline-block', mt: 2, fontSize: '0.875rem' }}
                  >
                    {t('person.history')}
                  </RouterLink>
                )}
              </Section>
              {mayManage && <PersonDelegations person={person.data} />}
              {mayManage && <PersonAccounts person={person.data} />}
            </>
          ),
        },
        {
          name: 'profile',
          label: t('person.profile'),
          content: <Profile person={person.data} mayChange={mayManage} />,
        },
        ...(mayManage || mayManageKeys
          ? [{ name: 'programs', label: t('connections:tab'), content: <PersonConnections person={id} /> }]
          : []),
        ...(mayReadLedger
          ? [{ name: 'activity', label: t('activity:tab'), content: <ActivityList person={id} /> }]
          : []),
      ]}
    />
  );
}

function RolesForm({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const notice = useNotice();
  const [roles, setRoles] = useState<RoleName[]>(person.roles);
  const changed = roles.length !== person.roles.length || roles.some((role) => !person.roles.includes(role));
  return (
    <Form
      onSubmit={async () => {
        const path = { organization, id: person.id };
        const put = (next: RoleName[]) =>
          answer(
            client.PUT('/api/organizations/{organization}/people/{id}/roles', {
              params: { path },
              body: { roles: next },
            }),
          );
        await put(roles);
        await queries.invalidateQueries({ queryKey: [organization, 'people'] });
        notice({
          text: t('person.rolesSaved', { name: person.displayName }),
          undo: () =>
            void put(person.roles).then(() =>
              queries.invalidateQueries({ queryKey: [organization, 'people'] }),
            ),
        });
      }}
    >
      {(busy) => (
        <Stack sx={{ gap: 1.5, alignItems: 'flex-start' }}>
          <RoleChoice chosen={roles} onChange={setRoles} />
          <Button type="submit" variant="contained" loading={busy} disabled={!changed || roles.length === 0}>
            {common('action.save')}
          </Button>
        </Stack>
      )}
    </Form>
  );
}

function RolesShown({ person, own }: { person: Person; own: boolean }) {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  return (
    <FactList
      facts={[
        { label: t('column.roles'), value: person.roles.map((role) => common(`role.${role}`)).join(', ') },
        ...(own ? [{ label: '', value: t('person.own') }] : []),
      ]}
    />
  );
}

function StateButton({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const notice = useNotice();
  const [asking, setAsking] = useState(false);
  const path = { organization, id: person.id };
  const done = async (text: string) => {
    await queries.invalidateQueries({ queryKey: [organization, 'people'] });
    notice({ text });
  };
  const resume = async () => {
    await answer(client.POST('/api/organizations/{organization}/people/{id}/resume', { params: { path } }));
    await done(t('person.resumed', { name: person.displayName }));
  };
  if (person.state === 'SUSPENDED') {
    return (
      <Button
        variant="outlined"
        onClick={() =>
          void resume().catch((error: unknown) =>
            notice({ severity: 'error', text: toProblem(error).detail ?? toProblem(error).title }),
          )
        }
      >
        {t('person.resume')}
      </Button>
    );
  }
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
        {t('person.suspend')}
      </Button>
      <ConfirmDanger
        open={asking}
        reason
        title={t('person.suspendTitle', { name: person.displayName })}
        text={t('person.suspendText')}
        submit={t('person.suspend')}
        onClose={() => setAsking(false)}
        onConfirm={async (reason) => {
          await answer(
            client.POST('/api/organizations/{organization}/people/{id}/suspend', {
              params: { path },
              body: { reason },
            }),
          );
          await done(t('person.suspended', { name: person.displayName }));
        }}
      />
    </>
  );
}
