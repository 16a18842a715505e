import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceRef, PersonRef } from '@/api/types';
import { useOrganization } from '@/session/session';
import { devicesFoundQuery, peopleFoundQuery, tagsQuery } from './queries';

interface TagsPickerProps {
  label: string;
  hint?: string;
  chosen: string[];
  onChange: (ids: string[]) => void;
}

/** Any number of the organization's tags. */
export function TagsPicker({ label, hint, chosen, onChange }: TagsPickerProps) {
  const { t } = useTranslation('macs');
  const { id: organization } = useOrganization();
  const { data: tags = [] } = useQuery(tagsQuery(organization));
  return (
    <Autocomplete
      multiple
      options={tags}
      value={tags.filter(({ id }) => chosen.includes(id))}
      getOptionLabel={({ name }) => name}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      onChange={(_, next) => onChange(next.map(({ id }) => id))}
      noOptionsText={t('picker.noTags')}
      renderInput={(parameters) => <TextField {...parameters} label={label} helperText={hint} />}
    />
  );
}

interface PickerProps<T> {
  label: string;
  hint?: string;
  error?: string;
  chosen: T | null;
  disabled?: boolean;
  onChange: (chosen: T | null) => void;
}

/** One Mac, found by name, serial number or user. */
export function DevicePicker({ label, hint, error, chosen, disabled, onChange }: PickerProps<DeviceRef>) {
  const { t } = useTranslation('macs');
  const { id: organization } = useOrganization();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const { data, isFetching } = useQuery({
    ...devicesFoundQuery(organization, wanted === chosen?.hostname ? '' : wanted),
    placeholderData: keepPreviousData,
  });
  return (
    <Autocomplete<DeviceRef>
      disabled={disabled}
      options={data?.items ?? []}
      value={chosen}
      loading={isFetching}
      filterOptions={(options) => options}
      getOptionLabel={({ hostname, serialNumber }) => hostname || serialNumber}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      onChange={(_, next) => onChange(next)}
      onInputChange={(_, next) => setText(next)}
      noOptionsText={t('picker.noDevices')}
      renderInput={(parameters) => (
        <TextField {...parameters} label={label} error={Boolean(error)} helperText={error ?? hint} />
      )}
    />
  );
}

/** One person, found by name or e-mail. */
export function PersonPicker({ label, hint, error, chosen, onChange }: PickerProps<PersonRef>) {
  const { t } = useTranslation('macs');
  const { id: organization } = useOrganization();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const { data, isFetching } = useQuery({
    ...peopleFoundQuery(organization, wanted === chosen?.displayName ? '' : wanted),
    placeholderData: keepPreviousData,
  });
  return (
    <Autocomplete<PersonRef>
      options={data?.items ?? []}
      value={chosen}
      loading={isFetching}
      filterOptions={(options) => options}
      getOptionLabel={({ displayName }) => displayName}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      onChange={(_, next) => onChange(next)}
      onInputChange={(_, next) => setText(next)}
      noOptionsText={t('picker.noPeople')}
      renderInput={(parameters) => (
        <TextField {...parameters} label={label} error={Boolean(error)} helperText={error ?? hint} />
      )}
    />
  );
}
