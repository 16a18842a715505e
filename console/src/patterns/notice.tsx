import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Notice {
  text: string;
  severity?: 'success' | 'info' | 'warning' | 'error';
  /** Offered as "Undo" while the notice is shown. */
  undo?: () => void;
}

const NoticeContext = createContext<(notice: Notice) => void>(() => undefined);

/** Tells what just happened, with undo where it is possible. */
export function useNotice(): (notice: Notice) => void {
  return useContext(NoticeContext);
}

export function Notices({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [notice, setNotice] = useState<Notice | null>(null);
  const [open, setOpen] = useState(false);
  const show = useCallback((next: Notice) => {
    setNotice(next);
    setOpen(true);
  }, []);
  return (
    <NoticeContext value={show}>
      {children}
      <Snackbar
        open={open}
        autoHideDuration={notice?.undo ? 10_000 : 6_000}
        onClose={(_, reason) => reason !== 'clickaway' && setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
        sx={{ mb: { xs: 8, sm: 0 } }}
      >
        <Alert
          severity={notice?.severity ?? 'success'}
          variant="standard"
          onClose={() => setOpen(false)}
          sx={{ border: 1, borderColor: 'divider', boxShadow: 6, alignItems: 'center' }}
          action={
            notice?.undo && (
              <Button
                color="inherit"
                size="small"
                onClick={() => {
                  notice.undo?.();
                  setOpen(false);
                }}
              >
                {t('action.undo')}
              </Button>
            )
          }
        >
          {notice?.text}
        </Alert>
      </Snackbar>
    </NoticeContext>
  );
}
