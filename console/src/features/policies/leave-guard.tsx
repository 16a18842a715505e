import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useBlocker } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

/** Asks before the page is left with something unkept; tabs of the page itself are not left. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation('builder');
  const id = useId();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  return (
    <Dialog open={status === 'blocked'} onClose={() => reset?.()} aria-labelledby={id}>
      <DialogTitle id={id}>{t('leave.title')}</DialogTitle>
      <DialogContent>{t('leave.text')}</DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button color="error" onClick={() => proceed?.()}>
          {t('leave.go')}
        </Button>
        <Button variant="contained" autoFocus onClick={() => reset?.()}>
          {t('leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
