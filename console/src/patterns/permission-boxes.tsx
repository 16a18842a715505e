import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import type { Permission } from '@/api/types';
import { useFieldError } from '@/patterns/form';
import { usePermissionWords } from '@/patterns/permission-list';

interface PermissionBoxesProps {
  label: string;
  hint: string;
  offered: Permission[];
  chosen: Permission[];
  onChange: (next: Permission[]) => void;
}

export function PermissionBoxes({ label, hint, offered, chosen, onChange }: PermissionBoxesProps) {
  const words = usePermissionWords();
  const error = useFieldError('permissions');
  const toggled = (permission: Permission) =>
    chosen.includes(permission) ? chosen.filter((other) => other !== permission) : [...chosen, permission];
  return (
    <FormControl component="fieldset" error={Boolean(error)}>
      <FormLabel component="legend" sx={{ mb: 0.5 }}>
        {label}
      </FormLabel>
      {offered.map((permission) => (
        <FormControlLabel
          key={permission}
          control={
            <Checkbox
              size="small"
              sx={{ py: 0.375 }}
              checked={chosen.includes(permission)}
              onChange={() => onChange(toggled(permission))}
            />
          }
          label={words(permission)}
        />
      ))}
      <FormHelperText>{error ?? hint}</FormHelperText>
    </FormControl>
  );
}
