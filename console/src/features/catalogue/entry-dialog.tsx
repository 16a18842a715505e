import Autocomplete from '@mui/material/Autocomplete';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { CatalogueEntry, EntryInput } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField, type FormValues } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';
import { monospace } from '@/theme/theme';
import { teamNamesQuery } from './teams-api';

const ruleTypes = ['SIGNINGID', 'BINARY', 'CDHASH', 'CERTIFICATE', 'TEAMID'] as const;
const policies = ['ALLOWLIST', 'ALLOWLIST_COMPILER'] as const;

/** One entry: what it is, why it is approved, who may take it and for how long. */
export function EntryDialog({ entry, onClose }: { entry: CatalogueEntry | null; onClose: () => void }) {
  const { t } = useTranslation('catalogue');
  const [teams, setTeams] = useState(entry?.teams ?? []);
  const save = useSave(entry);
  return (
    <FormDialog
      open
      wide
      title={entry ? t('curate.editTitle', { name: entry.name }) : t('curate.add')}
      text={t('curate.text')}
      submit={t('curate.save')}
      onClose={onClose}
      onSubmit={(values) => save(values, teams)}
    >
      <FormField
        name="name"
        label={t('field.name')}
        defaultValue={entry?.name}
        required
        autoFocus
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      <FormField
        name="publisher"
        label={t('field.publisher')}
        defaultValue={entry?.publisher}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      <FormField
        name="reason"
        label={t('field.reason')}
        helperText={t('field.reasonHint')}
        defaultValue={entry?.reason}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { minLength: 10, maxLength: 2000 } }}
      />
      <Rule entry={entry} />
      <Audience chosen={teams} onChange={setTeams} />
      <FormField
        name="days"
        label={t('field.days')}
        helperText={t('field.daysHint')}
        defaultValue={entry?.days ?? ''}
        type="number"
        slotProps={{ htmlInput: { min: 1, max: 3650 } }}
      />
    </FormDialog>
  );
}

function Rule({ entry }: { entry: CatalogueEntry | null }) {
  const { t } = useTranslation('catalogue');
  const { t: macs } = useTranslation('macs');
  const { t: status } = useTranslation('status');
  return (
    <>
      <FormField
        name="ruleType"
        select
        label={t('field.ruleType')}
        helperText={t('field.ruleTypeHint')}
        defaultValue={entry?.ruleType ?? ruleTypes[0]}
      >
        {ruleTypes.map((type) => (
          <MenuItem key={type} value={type}>
            {macs(`ruleType.${type}`)}
          </MenuItem>
        ))}
      </FormField>
      <FormField
        name="identifier"
        label={t('field.identifier')}
        helperText={t('field.identifierHint')}
        defaultValue={entry?.identifier}
        required
        slotProps={{ htmlInput: { maxLength: 512, style: { fontFamily: monospace } } }}
      />
      <FormField name="policy" select label={t('field.policy')} defaultValue={entry?.policy ?? policies[0]}>
        {policies.map((policy) => (
          <MenuItem key={policy} value={policy}>
            {status(policy)}
          </MenuItem>
        ))}
      </FormField>
    </>
  );
}

function Audience({ chosen, onChange }: { chosen: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation('catalogue');
  const { id: organization } = useOrganization();
  const { data: teams = [] } = useQuery(teamNamesQuery(organization));
  const nameOf = (id: string) => teams.find((team) => team.id === id)?.name ?? t('curate.goneTeam');
  return (
    <Autocomplete
      multiple
      options={teams.map(({ id }) => id)}
      getOptionLabel={nameOf}
      value={chosen}
      onChange={(_, ids) => onChange(ids)}
      renderInput={(field) => (
        <TextField
          {...field}
          label={t('field.audience')}
          placeholder={chosen.length ? undefined : t('everybody')}
          helperText={t(chosen.length ? 'field.teamsHint' : 'field.everybodyHint')}
        />
      )}
    />
  );
}

function useSave(entry: CatalogueEntry | null) {
  const { t } = useTranslation('catalogue');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return async (values: FormValues, teams: string[]) => {
    const body = inputOf(values, teams, entry);
    await answer(
      entry
        ? client.PUT('/api/organizations/{organization}/catalogue/entries/{entry}', {
            params: { path: { organization, entry: entry.id } },
            body,
          })
        : client.POST('/api/organizations/{organization}/catalogue/entries', {
            params: { path: { organization } },
            body,
          }),
    );
    await refresh('catalogue');
    notice({ text: t('curate.saved', { name: body.name }) });
  };
}

function inputOf(values: FormValues, teams: string[], entry: CatalogueEntry | null): EntryInput {
  return {
    version: entry?.version ?? null,
    name: values.name ?? '',
    publisher: values.publisher ?? '',
    reason: values.reason ?? '',
    ruleType: values.ruleType as EntryInput['ruleType'],
    identifier: values.identifier ?? '',
    policy: values.policy as EntryInput['policy'],
    days: values.days ? Number(values.days) : null,
    teams,
  };
}
