import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Departure, Person, PersonRef } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { PersonPicker } from '@/patterns/macs/pickers';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';
import { departureQuery } from './authority-api';

/** Removes a person: says what they answer for and who takes it over. */
export function RemoveButton({ person }: { person: Person }) {
  const { t } = useTranslation('roles');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
        {t('remove.action')}
      </Button>
      {open && <RemoveDialog person={person} onClose={() => setOpen(false)} />}
    </>
  );
}

function RemoveDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('roles');
  const { id: organization, slug } = useOrganization();
  const { data } = useQuery(departureQuery(organization, person.id));
  const refresh = useRefresh();
  const notice = useNotice();
  const navigate = useNavigate();
  const [successor, setSuccessor] = useState<PersonRef | null>(null);
  return (
    <FormDialog
      open
      danger
      title={t('remove.title', { name: person.displayName })}
      text={
        <>
          {t('remove.text')}
          {data && <Consequences departure={data} />}
        </>
      }
      submit={t('remove.action')}
      onClose={onClose}
      onSubmit={async ({ reason = '' }) => {
        await answer(
          client.POST('/api/organizations/{organization}/people/{id}/remove', {
            params: { path: { organization, id: person.id } },
            body: { reason, successorId: successor?.id ?? null },
          }),
        );
        notice({ text: t('remove.done', { name: person.displayName }) });
        await navigate({ to: '/o/$organization/people', params: { organization: slug } });
        await refresh();
      }}
    >
      <FormField
        name="reason"
        label={t('reason')}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
      {data?.takesSuccessor && (
        <PersonPicker
          label={t('successor')}
          hint={t('successorHint')}
          chosen={successor}
          onChange={setSuccessor}
        />
      )}
    </FormDialog>
  );
}

/** What becomes of what somebody answers for. */
export function Consequences({ departure: { belongings, lastAdministrator } }: { departure: Departure }) {
  const { t } = useTranslation('roles');
  return (
    <>
      {lastAdministrator && <p>{t('leave.last')}</p>}
      {belongings.length > 0 && (
        <ul>
          {belongings.map(({ kind, count }) => (
            <li key={kind}>{t(`belonging.${kind}`, { count })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
