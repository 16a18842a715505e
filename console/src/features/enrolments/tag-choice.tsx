import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '@/session/session';
import { tagsQuery } from './enrolments-api';

export function TagChoice({ chosen, onChange }: { chosen: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation('enrolments');
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
      noOptionsText={t('create.noTags')}
      renderInput={(parameters) => (
        <TextField {...parameters} label={t('create.tags')} helperText={t('create.tagsHint')} />
      )}
    />
  );
}
