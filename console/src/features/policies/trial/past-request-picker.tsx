import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '@/session/session';
import { requestsFoundQuery } from '../policies-api';

export interface PastRequest {
  id: string;
  label: string;
}

interface PastRequestPickerProps {
  chosen: PastRequest | null;
  onChange: (chosen: PastRequest | null) => void;
}

/** One request that somebody made, found by number, title or requester. */
export function PastRequestPicker({ chosen, onChange }: PastRequestPickerProps) {
  const { t } = useTranslation('trial');
  const { id: organization } = useOrganization();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const { data, isFetching } = useQuery(
    requestsFoundQuery(organization, wanted === chosen?.label ? '' : wanted),
  );
  const options = (data?.items ?? []).map(({ id, number, title, requester }) => ({
    id,
    label: `#${number} ${title} · ${requester.displayName}`,
  }));
  return (
    <Autocomplete<PastRequest>
      options={options}
      value={chosen}
      loading={isFetching}
      filterOptions={(all) => all}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      onChange={(_, next) => onChange(next)}
      onInputChange={(_, next) => setText(next)}
      noOptionsText={t('explain.noRequests')}
      renderInput={(parameters) => <TextField {...parameters} label={t('explain.request')} />}
    />
  );
}
