import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Tone } from '@/theme/theme';
import { statusOf } from './status';

interface StatusChipProps {
  status: string;
  /** Another word than the table's, where the sentence needs one. */
  label?: string;
}

/** Icon, word and colour of a status: never colour alone. */
export function StatusChip({ status, label }: StatusChipProps) {
  const { t } = useTranslation('status');
  const { tone, icon: Icon } = statusOf(status);
  return (
    <ToneChip tone={tone}>
      <Icon aria-hidden sx={{ fontSize: 15 }} />
      {label ?? t(status, { defaultValue: status })}
    </ToneChip>
  );
}

export function ToneChip({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        px: 0.875,
        height: 24,
        borderRadius: '6px',
        fontSize: '0.78125rem',
        fontWeight: 560,
        whiteSpace: 'nowrap',
        color: `tones.${tone}.text`,
        bgcolor: `tones.${tone}.soft`,
      }}
    >
      {children}
    </Box>
  );
}

/** A tag of devices in its own colour, readable on any. */
export function TagChip({ name, color }: { name: string; color: string }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        px: 0.875,
        height: 24,
        borderRadius: '6px',
        fontSize: '0.78125rem',
        bgcolor: 'sunken',
        border: 1,
        borderColor: 'divider',
        whiteSpace: 'nowrap',
      }}
    >
      <Box component="span" sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: color }} />
      {name}
    </Box>
  );
}
