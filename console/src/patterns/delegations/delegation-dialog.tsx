import MenuItem from '@mui/material/MenuItem';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { DelegationDraft } from '@/api/types';
import { useOrganization, usePermission } from '@/session/session';
import { FormDialog, FormField } from '../form';

interface DelegationDialogProps {
  title: string;
  text: string;
  onGive: (draft: DelegationDraft) => Promise<void>;
  onClose: () => void;
}

const teamsQuery = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'teams'],
    queryFn: () =>
      answer(client.GET('/api/organizations/{organization}/teams', { params: { path: { organization } } })),
  });

/** Hands a right to decide on, from the first day to the last, both included. */
export function DelegationDialog({ title, text, onGive, onClose }: DelegationDialogProps) {
  const { t } = useTranslation('away');
  const { id: organization } = useOrganization();
  const teams = useQuery({ ...teamsQuery(organization), enabled: usePermission('people.read') });
  return (
    <FormDialog
      open
      title={title}
      text={text}
      submit={t('give')}
      onClose={onClose}
      onSubmit={({ email = '', first = '', last = '', team = '' }) =>
        onGive({
          email: email.trim(),
          startsAt: dayAt(first, 0),
          endsAt: dayAt(last, 1),
          kind: null,
          team: team || null,
        })
      }
    >
      <FormField name="email" type="email" label={t('email')} helperText={t('emailHint')} required />
      <Day name="first" label={t('first')} />
      <Day name="last" label={t('last')} />
      {teams.data && teams.data.length > 0 && (
        <FormField
          select
          name="team"
          label={t('team')}
          helperText={t('teamHint')}
          defaultValue=""
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{t('everybody')}</MenuItem>
          {teams.data.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </FormField>
      )}
    </FormDialog>
  );
}

function Day({ name, label }: { name: string; label: string }) {
  return (
    <FormField name={name} type="date" label={label} required slotProps={{ inputLabel: { shrink: true } }} />
  );
}

/** The beginning of that day, or of a later one, where the reader is. */
function dayAt(day: string, later: number): string {
  const begins = new Date(`${day}T00:00:00`);
  begins.setDate(begins.getDate() + later);
  return begins.toISOString();
}
