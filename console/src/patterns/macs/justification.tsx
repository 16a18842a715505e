import { useTranslation } from 'react-i18next';
import { FormField } from '../form';

/** Why somebody needs it, in their own words; the decision is made with it. */
export function JustificationField({ autoFocus }: { autoFocus?: boolean }) {
  const { t } = useTranslation('macs');
  return (
    <FormField
      name="justification"
      label={t('justification.label')}
      helperText={t('justification.hint')}
      required
      multiline
      minRows={3}
      autoFocus={autoFocus}
      slotProps={{ htmlInput: { minLength: 10, maxLength: 2000 } }}
    />
  );
}
