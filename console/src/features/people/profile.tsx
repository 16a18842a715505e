import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Person, PersonRef, PersonProfile } from '@/api/types';
import { toProblem } from '@/api/problem';
import { useRefresh } from '@/patterns/act';
import { Form, FormField, useFieldError } from '@/patterns/form';
import { PersonPicker } from '@/patterns/macs/pickers';
import { useNotice } from '@/patterns/notice';
import { FactList, Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import { profileQuery } from './authority-api';

/** Where the person stands in the organization. */
export function Profile({ person, mayChange }: { person: Person; mayChange: boolean }) {
  const { t } = useTranslation('roles');
  const { id: organization } = useOrganization();
  const profile = useQuery(profileQuery(organization, person.id));
  return (
    <Section title={t('profile.title')} text={t('profile.text')}>
      {profile.isPending && <PageSkeleton rows={3} />}
      {profile.error && (
        <ErrorState problem={toProblem(profile.error)} onRetry={() => void profile.refetch()} />
      )}
      {profile.data &&
        (mayChange ? (
          <ProfileForm key={profile.data.changedAt} person={person} profile={profile.data} />
        ) : (
          <ProfileShown profile={profile.data} />
        ))}
      {profile.data?.source && t(`profile.source.${profile.data.source}`)}
    </Section>
  );
}

function ProfileShown({ profile: { department, title, costCenter, line } }: { profile: PersonProfile }) {
  const { t } = useTranslation('roles');
  return (
    <FactList
      facts={[
        { label: t('profile.department'), value: department || '—' },
        { label: t('profile.jobTitle'), value: title || '—' },
        { label: t('profile.costCenter'), value: costCenter || '—' },
        { label: t('profile.line'), value: line.map(({ displayName }) => displayName).join(' → ') || '—' },
      ]}
    />
  );
}

function ProfileForm({ person, profile }: { person: Person; profile: PersonProfile }) {
  const { t } = useTranslation('roles');
  const { t: common } = useTranslation();
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [manager, setManager] = useState<PersonRef | null>(profile.line[0] ?? null);
  return (
    <Form
      onSubmit={async ({ department = '', title = '', costCenter = '' }) => {
        await answer(
          client.PUT('/api/organizations/{organization}/people/{id}/profile', {
            params: { path: { organization, id: person.id } },
            body: { department, title, costCenter, managerId: manager?.id ?? null },
          }),
        );
        await refresh('people');
        notice({ text: t('profile.saved', { name: person.displayName }) });
      }}
    >
      {(busy) => (
        <Stack sx={{ gap: 2, pt: 1, mb: 1.5, alignItems: 'flex-start' }}>
          <FormField name="department" label={t('profile.department')} defaultValue={profile.department} />
          <FormField name="title" label={t('profile.jobTitle')} defaultValue={profile.title} />
          <FormField name="costCenter" label={t('profile.costCenter')} defaultValue={profile.costCenter} />
          <Manager chosen={manager} onChange={setManager} />
          <Button type="submit" variant="contained" loading={busy}>
            {common('action.save')}
          </Button>
        </Stack>
      )}
    </Form>
  );
}

function Manager({
  chosen,
  onChange,
}: {
  chosen: PersonRef | null;
  onChange: (next: PersonRef | null) => void;
}) {
  const { t } = useTranslation('roles');
  const error = useFieldError('managerId');
  return (
    <Stack sx={{ width: '100%' }}>
      <PersonPicker label={t('profile.manager')} error={error} chosen={chosen} onChange={onChange} />
    </Stack>
  );
}
