import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { PersonRef } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';
import { Day, startOf } from './day';

/** Asks for a hold; it keeps something once somebody else has confirmed it. */
export function HoldDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('forgetting');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [subjects, setSubjects] = useState<PersonRef[]>([]);
  return (
    <FormDialog
      open
      title={t('holds.place')}
      text={t('holds.placeText')}
      submit={t('holds.request')}
      onClose={onClose}
      onSubmit={async ({ reason = '', from = '', to = '', reviewAt = '' }) => {
        await answer(
          client.POST('/api/organizations/{organization}/ledger/holds', {
            params: { path: { organization } },
            body: {
              reason,
              subjects: subjects.map(({ id }) => id),
              from: startOf(from),
              to: startOf(to),
              reviewAt: startOf(reviewAt) ?? '',
            },
          }),
        );
        await refresh('ledger');
        notice({ text: t('holds.requestedNotice') });
      }}
    >
      <FormField
        name="reason"
        label={t('reason')}
        helperText={t('holds.reasonHint')}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { minLength: 10, maxLength: 2000 } }}
      />
      <Subjects chosen={subjects} onChange={setSubjects} />
      <Day name="from" label={t('holds.fromLabel')} hint={t('holds.fromHint')} />
      <Day name="to" label={t('holds.toLabel')} hint={t('holds.toHint')} />
      <Day name="reviewAt" label={t('holds.review')} hint={t('holds.reviewHint')} required />
    </FormDialog>
  );
}

function Subjects({ chosen, onChange }: { chosen: PersonRef[]; onChange: (people: PersonRef[]) => void }) {
  const { t } = useTranslation('forgetting');
  const { id: organization } = useOrganization();
  const [text, setText] = useState('');
  const people = useQuery({
    queryKey: [organization, 'people', 'found', text],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/people', {
          params: { path: { organization }, query: { text: text || undefined, limit: 20 } },
        }),
      ),
  });
  return (
    <Autocomplete<PersonRef, true>
      multiple
      options={people.data?.items ?? []}
      value={chosen}
      loading={people.isFetching}
      filterOptions={(options) => options}
      getOptionLabel={({ displayName }) => displayName}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      onChange={(_, next) => onChange(next)}
      onInputChange={(_, next) => setText(next)}
      renderInput={(parameters) => (
        <TextField {...parameters} label={t('holds.subjects')} helperText={t('holds.subjectsHint')} />
      )}
    />
  );
}
