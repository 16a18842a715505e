import Autocomplete from '@mui/material/Autocomplete';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyFact } from '@/api/types';
import { useOrganization } from '@/session/session';
import { approversQuery, factsQuery, type ExampleRequest } from '../policies-api';

interface ExampleFieldsProps {
  example: ExampleRequest;
  onChange: (example: ExampleRequest) => void;
}

/** A request that nobody made: whose, and whatever is known of it. */
export function ExampleFields({ example, onChange }: ExampleFieldsProps) {
  const { t } = useTranslation('trial');
  const { id: organization } = useOrganization();
  const { data: facts = [] } = useQuery(factsQuery(organization));
  const set = (name: string, value: unknown) => {
    const others = Object.entries(example.facts).filter(([other]) => other !== name);
    onChange({
      ...example,
      facts: Object.fromEntries(value === undefined ? others : [...others, [name, value]]),
    });
  };
  return (
    <>
      <RequesterPicker onChange={(requester) => onChange({ ...example, requester })} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('explain.factsHint')}
      </Typography>
      {facts.map((fact) => (
        <FactField key={fact.name} fact={fact} value={example.facts[fact.name]} onChange={set} />
      ))}
    </>
  );
}

function RequesterPicker({ onChange }: { onChange: (id: string) => void }) {
  const { t } = useTranslation('trial');
  const { id: organization } = useOrganization();
  const [text, setText] = useState('');
  const { data = [] } = useQuery(approversQuery(organization, useDeferredValue(text)));
  return (
    <Autocomplete
      options={data.filter(({ kind }) => kind === 'PERSON')}
      filterOptions={(all) => all}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      onChange={(_, person) => onChange(person?.id ?? '')}
      onInputChange={(_, next, reason) => setText(reason === 'selectOption' ? '' : next)}
      noOptionsText={t('explain.nobody')}
      renderInput={(parameters) => <TextField {...parameters} required label={t('explain.requester')} />}
    />
  );
}

interface FactFieldProps {
  fact: PolicyFact;
  value: unknown;
  onChange: (name: string, value: unknown) => void;
}

function FactField({ fact: { name, type, meaning }, value, onChange }: FactFieldProps) {
  const { t } = useTranslation('trial');
  switch (type) {
    case 'TEXT':
      return (
        <TextField
          label={name}
          helperText={meaning}
          value={value ?? ''}
          onChange={({ target }) => onChange(name, target.value || undefined)}
        />
      );
    case 'TEXTS':
      return name === 'teams' || name === 'roles' ? (
        <NamedField
          label={name}
          hint={meaning}
          kind={name === 'teams' ? 'TEAM' : 'ROLE'}
          onChange={(ids) => onChange(name, ids.length > 0 ? ids : undefined)}
        />
      ) : (
        <Autocomplete
          multiple
          freeSolo
          autoSelect
          options={[]}
          value={(value as string[] | undefined) ?? []}
          onChange={(_, next) => onChange(name, next.length > 0 ? next : undefined)}
          renderInput={(parameters) => <TextField {...parameters} label={name} helperText={meaning} />}
        />
      );
    case 'NUMBER':
      return (
        <TextField
          type="number"
          label={name}
          helperText={meaning}
          value={value ?? ''}
          onChange={({ target }) =>
            onChange(name, /^-?\d+$/.test(target.value) ? Number(target.value) : undefined)
          }
        />
      );
    case 'TRUTH':
      return (
        <TextField
          select
          label={name}
          helperText={meaning}
          value={value === undefined ? '' : String(value)}
          onChange={({ target }) => onChange(name, target.value === '' ? undefined : target.value === 'true')}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{t('explain.unknown')}</MenuItem>
          <MenuItem value="true">{t('explain.yes')}</MenuItem>
          <MenuItem value="false">{t('explain.no')}</MenuItem>
        </TextField>
      );
  }
}

interface NamedFieldProps {
  label: string;
  hint: string;
  kind: 'TEAM' | 'ROLE';
  onChange: (ids: string[]) => void;
}

/** Teams or roles, by name. */
function NamedField({ label, hint, kind, onChange }: NamedFieldProps) {
  const { id: organization } = useOrganization();
  const [text, setText] = useState('');
  const { data = [] } = useQuery(approversQuery(organization, useDeferredValue(text)));
  return (
    <Autocomplete
      multiple
      options={data.filter((each) => each.kind === kind)}
      filterOptions={(all) => all}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      onChange={(_, chosen) => onChange(chosen.map(({ id }) => id))}
      onInputChange={(_, next) => setText(next)}
      renderInput={(parameters) => <TextField {...parameters} label={label} helperText={hint} />}
    />
  );
}
