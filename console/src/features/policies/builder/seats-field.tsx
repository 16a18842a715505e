import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicySeat } from '@/api/types';
import { usePolicyWords } from '../policy-words';
import { ApproverPicker, keyOfSource } from './approver-picker';
import { NumberField } from './fields';

const most = 20;

interface SeatsFieldProps {
  label: string;
  hint?: string;
  seats: PolicySeat[];
  /** Whether what each counts matters. */
  weighted?: boolean;
  /** One must stay. */
  needed?: boolean;
  onChange: (seats: PolicySeat[]) => void;
}

/** Sources of approvers, by name. */
export function SeatsField({ label, hint, seats, weighted, needed, onChange }: SeatsFieldProps) {
  const { t } = useTranslation('builder');
  const words = usePolicyWords();
  const id = useId();
  return (
    <Box role="group" aria-labelledby={id}>
      <Typography id={id} variant="subtitle2" component="h4">
        {label}
      </Typography>
      {hint && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {hint}
        </Typography>
      )}
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, my: 1, gap: 0.75 }}>
        {seats.map((seat) => {
          const name = words.approvers(seat.who);
          return (
            <Stack
              component="li"
              key={keyOfSource(seat.who)}
              direction="row"
              sx={{ alignItems: 'center', gap: 1, bgcolor: 'sunken', borderRadius: 1, pl: 1.25, py: 0.25 }}
            >
              <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', fontSize: '0.875rem' }}>{name}</Box>
              {weighted && (
                <Box sx={{ width: 96, py: 0.75 }}>
                  <NumberField
                    label={t('seats.weight')}
                    value={seat.weight}
                    most={100}
                    onChange={(weight) =>
                      onChange(seats.map((other) => (other === seat ? { ...seat, weight } : other)))
                    }
                  />
                </Box>
              )}
              <IconButton
                aria-label={t('seats.remove', { name })}
                disabled={needed && seats.length === 1}
                onClick={() => onChange(seats.filter((other) => other !== seat))}
              >
                <CloseOutlined fontSize="small" />
              </IconButton>
            </Stack>
          );
        })}
      </Stack>
      {seats.length < most && (
        <ApproverPicker
          label={t('seats.add')}
          taken={seats.map(({ who }) => who)}
          onChoose={(who) => onChange([...seats, { who, weight: 1 }])}
        />
      )}
    </Box>
  );
}
