import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import { useTranslation } from 'react-i18next';
import { useFieldError } from '@/patterns/form';

export const types = ['request.submitted', 'request.advanced', 'request.closed'] as const;
export type MessageType = (typeof types)[number];

interface TypeBoxesProps {
  chosen: MessageType[];
  onChange: (next: MessageType[]) => void;
}

/** Of what a destination is told. */
export function TypeBoxes({ chosen, onChange }: TypeBoxesProps) {
  const { t } = useTranslation('webhooks');
  const error = useFieldError('types');
  return (
    <FormControl component="fieldset" error={Boolean(error)}>
      <FormLabel component="legend" sx={{ mb: 0.5 }}>
        {t('types')}
      </FormLabel>
      {types.map((type) => (
        <FormControlLabel
          key={type}
          control={
            <Checkbox
              size="small"
              sx={{ py: 0.375 }}
              checked={chosen.includes(type)}
              onChange={() =>
                onChange(chosen.includes(type) ? chosen.filter((other) => other !== type) : [...chosen, type])
              }
            />
          }
          label={t(`type.${type}`)}
        />
      ))}
      <FormHelperText>{error ?? t('typesHint')}</FormHelperText>
    </FormControl>
  );
}
