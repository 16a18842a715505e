import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { monospace } from '@/theme/theme';

/** The action in words where the catalogue knows it, else as the book writes it. */
export function ActionName({ action }: { action: string }) {
  const { t, i18n } = useTranslation('ledger');
  if (i18n.exists(`ledger:action.${action}`)) {
    return <span title={action}>{t(`action.${action}`)}</span>;
  }
  return (
    <Box component="span" sx={{ fontFamily: monospace, fontSize: '0.9em' }}>
      {action}
    </Box>
  );
}
