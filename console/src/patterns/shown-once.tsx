import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { monospace } from '@/theme/theme';
import { CopyButton } from './identifier';

interface ShownOnceProps {
  title: string;
  text: ReactNode;
  /** What is shown now and never again, each with its label. */
  values: { label: string; value: string }[];
  onClose: () => void;
  children?: ReactNode;
}

/** A link or secret that exists in the clear only now. Closed by its button alone, so that no stray click loses it. */
export function ShownOnce({ title, text, values, onClose, children }: ShownOnceProps) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2 }}>
          {text}
        </Alert>
        {values.map(({ label, value }) => (
          <Box key={label} sx={{ mb: 1.5 }}>
            <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', mb: 0.5 }}>{label}</Box>
            <Box
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 1,
                bgcolor: 'sunken',
                border: 1,
                borderColor: 'divider',
                borderRadius: 1,
                px: 1.5,
                py: 1,
                fontFamily: monospace,
                fontSize: '0.8125rem',
                overflowWrap: 'anywhere',
              }}
            >
              <Box sx={{ flex: 1, minWidth: 0 }}>{value}</Box>
              <CopyButton value={value} label={t('action.copyThis', { label })} />
            </Box>
          </Box>
        ))}
        {children}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button variant="contained" onClick={onClose}>
          {t('action.kept')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
