import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import useMediaQuery from '@mui/material/useMediaQuery';
import { createContext, use, useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, toProblem, type Problem } from '@/api/problem';

const ProblemContext = createContext<Problem | null>(null);

/** What the server said about one field of the form around. */
export function useFieldError(name: string): string | undefined {
  return fieldErrors(use(ProblemContext))[name];
}

/** A text field of a form: its value is read from the form, its error from the server's problem. */
export function FormField({ name, helperText, ...rest }: TextFieldProps & { name: string }) {
  const error = useFieldError(name);
  return (
    <TextField fullWidth name={name} error={Boolean(error)} helperText={error ?? helperText} {...rest} />
  );
}

interface FormProps {
  /** Sends the values; a problem that it throws is shown at its fields. */
  onSubmit: (values: FormValues) => Promise<void>;
  children: (busy: boolean) => ReactNode;
  id?: string;
}

export type FormValues = Record<string, string>;

/** A form whose values are read when it is sent and whose errors come from problem+json. */
export function Form({ onSubmit, children, id }: FormProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    setBusy(true);
    setProblem(null);
    try {
      await onSubmit(valuesOf(event.currentTarget));
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <ProblemContext value={problem}>
      <form id={id} onSubmit={(event) => void send(event)}>
        {problem && <ProblemAlert problem={problem} />}
        {children(busy)}
      </form>
    </ProblemContext>
  );
}

export function ProblemAlert({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  return (
    <Alert severity="error" sx={{ mb: 2 }}>
      {problem.status === 0 ? t('error.offlineText') : (problem.detail ?? problem.title)}
    </Alert>
  );
}

interface FormDialogProps {
  open: boolean;
  title: ReactNode;
  text?: ReactNode;
  submit: string;
  danger?: boolean;
  wide?: boolean;
  onSubmit: (values: FormValues) => Promise<void>;
  onClose: () => void;
  children?: ReactNode;
}

/** One form in a dialog. It closes itself when the sending succeeded and keeps everything typed when it did not. */
export function FormDialog({
  open,
  title,
  text,
  submit,
  danger,
  wide,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const { t } = useTranslation();
  const phone = useMediaQuery((theme) => theme.breakpoints.down('sm'));
  const titleId = useId();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      fullWidth
      maxWidth={wide ? 'md' : 'sm'}
      fullScreen={phone}
      aria-labelledby={titleId}
    >
      <Form
        onSubmit={async (values) => {
          await onSubmit(values);
          onClose();
        }}
      >
        {(busy) => (
          <>
            <DialogTitle id={titleId}>{title}</DialogTitle>
            <DialogContent>
              {text && (
                <DialogContentText component="div" sx={{ mb: 2 }}>
                  {text}
                </DialogContentText>
              )}
              <Stack sx={{ gap: 2, pt: 0.75 }}>{children}</Stack>
            </DialogContent>
            <DialogActions sx={{ px: 3, pb: 2.5 }}>
              <Button onClick={onClose} color="inherit">
                {t('action.cancel')}
              </Button>
              <Button type="submit" variant="contained" color={danger ? 'error' : 'primary'} loading={busy}>
                {submit}
              </Button>
            </DialogActions>
          </>
        )}
      </Form>
    </Dialog>
  );
}

interface ConfirmDangerProps {
  open: boolean;
  /** Names the count and the reach: "Revoke ‘Berlin Macs’? 41 Macs can no longer sync." */
  title: ReactNode;
  text: ReactNode;
  submit: string;
  /** What must be typed, only for what cannot be undone. */
  typed?: string;
  /** Asks for a reason, which goes into the ledger. */
  reason?: boolean;
  onConfirm: (reason: string) => Promise<void>;
  onClose: () => void;
}

export function ConfirmDanger({
  open,
  title,
  text,
  submit,
  typed,
  reason,
  onConfirm,
  onClose,
}: ConfirmDangerProps) {
  const { t } = useTranslation();
  const [word, setWord] = useState('');
  return (
    <FormDialog
      open={open}
      title={title}
      text={text}
      submit={submit}
      danger
      onClose={onClose}
      onSubmit={async (values) => {
        if (typed && word !== typed) {
          throw new Error(t('danger.mismatch', { typed }));
        }
        await onConfirm(values.reason ?? '');
      }}
    >
      {reason && (
        <FormField
          name="reason"
          label={t('danger.reason')}
          required
          multiline
          minRows={2}
          slotProps={{ htmlInput: { maxLength: 1000 } }}
        />
      )}
      {typed && (
        <TextField
          label={t('danger.type', { typed })}
          value={word}
          onChange={(event) => setWord(event.target.value)}
          autoComplete="off"
          required
        />
      )}
    </FormDialog>
  );
}

function valuesOf(form: HTMLFormElement): FormValues {
  return Object.fromEntries(
    [...new FormData(form).entries()].map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() : '',
    ]),
  );
}
