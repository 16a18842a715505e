import { FormField } from '@/patterns/form';

interface DayProps {
  name: string;
  label: string;
  hint: string;
  required?: boolean;
}

/** A day in a form. */
export function Day({ name, label, hint, required }: DayProps) {
  return (
    <FormField
      name={name}
      type="date"
      label={label}
      helperText={hint}
      required={required}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}

/** The instant at which that day begins where the reader is. */
export function startOf(day: string): string | null {
  return day ? new Date(`${day}T00:00:00`).toISOString() : null;
}
