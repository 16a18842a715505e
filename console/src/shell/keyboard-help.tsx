import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useTranslation } from 'react-i18next';
import { Key } from '@/patterns/decision-card';
import { VisuallyHidden } from '@/patterns/visually-hidden';
import { useShortcuts } from '@/patterns/shortcuts';

/** The keys of the page in view, and the switch that turns single keys off. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { list, enabled, setEnabled } = useShortcuts();
  const keys = [
    { key: 'Ctrl K / ⌘K', label: t('search.open') },
    { key: 'Tab', label: t('keys.tab') },
    { key: 'Esc', label: t('keys.escape') },
    { key: '↑ ↓', label: t('keys.rows') },
    ...list(),
  ];
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="keyboard-help">
      <DialogTitle id="keyboard-help">{t('keys.title')}</DialogTitle>
      <DialogContent>
        <Box
          component="dl"
          sx={{
            m: 0,
            display: 'grid',
            gridTemplateColumns: 'auto 1fr',
            columnGap: 2,
            rowGap: 1.25,
            alignItems: 'center',
          }}
        >
          {keys.map(({ key, label }, index) => (
            <Box key={index} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ justifySelf: 'end' }}>
                <VisuallyHidden>{key}</VisuallyHidden>
                <Key name={key.length === 1 ? key.toUpperCase() : key} />
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {label}
              </Box>
            </Box>
          ))}
        </Box>
        <FormControlLabel
          sx={{ mt: 2 }}
          control={<Switch checked={enabled} onChange={(event) => setEnabled(event.target.checked)} />}
          label={t('keys.single')}
        />
      </DialogContent>
    </Dialog>
  );
}
