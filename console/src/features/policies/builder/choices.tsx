import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';

interface Option<T extends string> {
  value: T;
  label: string;
  /** Always chosen. */
  fixed?: boolean;
}

interface ManyProps<T extends string> {
  label: string;
  hint?: string;
  options: Option<T>[];
  chosen: T[];
  onChange: (chosen: T[]) => void;
}

/** Any of a few. */
export function ChooseMany<T extends string>({ label, hint, options, chosen, onChange }: ManyProps<T>) {
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend">{label}</FormLabel>
      <FormGroup>
        {options.map(({ value, label: words, fixed }) => (
          <FormControlLabel
            key={value}
            control={
              <Checkbox
                size="small"
                sx={{ py: 0.5 }}
                checked={fixed || chosen.includes(value)}
                disabled={fixed}
                onChange={({ target }) =>
                  onChange(target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
                }
              />
            }
            label={words}
          />
        ))}
      </FormGroup>
      {hint && <FormHelperText sx={{ mx: 0 }}>{hint}</FormHelperText>}
    </FormControl>
  );
}

interface OneProps<T extends string> {
  label: string;
  options: Option<T>[];
  chosen: T;
  onChange: (chosen: T) => void;
}

/** One of a few. */
export function ChooseOne<T extends string>({ label, options, chosen, onChange }: OneProps<T>) {
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend">{label}</FormLabel>
      <RadioGroup value={chosen} onChange={(_, value) => onChange(value as T)}>
        {options.map(({ value, label: words }) => (
          <FormControlLabel
            key={value}
            value={value}
            control={<Radio size="small" sx={{ py: 0.5 }} />}
            label={words}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
