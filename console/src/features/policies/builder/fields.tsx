import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { amountOf, durationOf, type Unit } from '../duration';

const units: Unit[] = ['minutes', 'hours', 'days'];

interface NumberFieldProps {
  label: string;
  value: number;
  most: number;
  hint?: ReactNode;
  onChange: (value: number) => void;
}

/** A whole number from 1 up; what is not one is shown, and not taken. */
export function NumberField({ label, value, most, hint, onChange }: NumberFieldProps) {
  const { t } = useTranslation('builder');
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && !fits(typed, most);
  return (
    <TextField
      label={label}
      value={typed ?? value}
      error={wrong}
      helperText={wrong ? t('number.wrong', { most }) : hint}
      onChange={({ target }) => {
        setTyped(target.value);
        if (fits(target.value, most)) {
          onChange(Number(target.value));
        }
      }}
      onBlur={() => setTyped(null)}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 5 } }}
      sx={{ minWidth: 110, flex: '1 1 110px' }}
    />
  );
}

function fits(typed: string, most: number): boolean {
  return /^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most;
}

interface DurationFieldProps {
  label: string;
  value: string;
  hint?: string;
  onChange: (duration: string) => void;
}

/** A length of time as a number and a unit. */
export function DurationField({ label, value, hint, onChange }: DurationFieldProps) {
  const { t } = useTranslation('builder');
  const amount = amountOf(value);
  return (
    <Stack direction="row" role="group" aria-label={label} sx={{ gap: 1, alignItems: 'flex-start' }}>
      <NumberField
        label={label}
        value={amount.count}
        most={9999}
        hint={hint}
        onChange={(count) => onChange(durationOf({ ...amount, count }))}
      />
      <TextField
        select
        label={t('duration.unit')}
        value={amount.unit}
        onChange={({ target }) => onChange(durationOf({ ...amount, unit: target.value as Unit }))}
        sx={{ minWidth: 110 }}
      >
        {units.map((unit) => (
          <MenuItem key={unit} value={unit}>
            {t(`duration.${unit}`)}
          </MenuItem>
        ))}
      </TextField>
    </Stack>
  );
}

interface NameFieldProps {
  label: string;
  value: string;
  /** Names that something beside it has. */
  taken?: string[];
  hint?: string;
  onChange: (name: string) => void;
}

/** A name that nothing beside it has. */
export function NameField({ label, value, taken = [], hint, onChange }: NameFieldProps) {
  const { t } = useTranslation('builder');
  const wrong = value.trim() === '' ? t('name.empty') : taken.includes(value) ? t('name.taken') : undefined;
  return (
    <TextField
      fullWidth
      label={label}
      value={value}
      error={Boolean(wrong)}
      helperText={wrong ?? hint}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ htmlInput: { maxLength: 120 } }}
    />
  );
}
