import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import TextField from '@mui/material/TextField';
import { useEffect, useId, useRef, useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Verdict } from '@/api/types';
import { useFieldError } from './form';

const pauseBeforeAsking = 300;
const strongest = 4;

interface NewPasswordFieldProps {
  name: string;
  label: string;
  /** What is said before anything is typed. */
  hint: string;
  /** Known already; else read from the form's fields of these names. */
  email?: string;
  displayName?: string;
  emailField?: string;
  nameField?: string;
  autoFocus?: boolean;
}

/** Where a password is chosen: says while one types what the server would say of it. */
export function NewPasswordField({ name, label, hint, autoFocus, ...own }: NewPasswordFieldProps) {
  const { t } = useTranslation('password');
  const error = useFieldError(name);
  const { verdict, ask } = useVerdict();
  const verdictId = useId();
  const typed = ({ currentTarget: { value, form } }: ChangeEvent<HTMLInputElement>) =>
    ask({
      password: value,
      email: own.email ?? valueOf(form, own.emailField),
      displayName: own.displayName ?? valueOf(form, own.nameField),
    });
  return (
    <Box>
      <TextField
        fullWidth
        required
        type="password"
        name={name}
        label={label}
        autoFocus={autoFocus}
        autoComplete="new-password"
        error={Boolean(error)}
        helperText={error ?? (verdict ? undefined : hint)}
        onChange={typed}
        slotProps={{ htmlInput: { maxLength: 200, 'aria-describedby': verdictId } }}
      />
      <Box id={verdictId} role="status" sx={{ fontSize: '0.8125rem', mx: 1.75 }}>
        {verdict && (
          <>
            <LinearProgress
              variant="determinate"
              aria-label={t('strength')}
              value={((verdict.strength + 1) / (strongest + 1)) * 100}
              color={verdict.acceptable ? 'success' : 'warning'}
              sx={{ my: 0.75, height: 6, borderRadius: 3 }}
            />
            <Box component="span" sx={{ color: 'text.primary' }}>
              {t(verdict.acceptable ? 'acceptable' : 'notYet')} {verdict.text}
            </Box>
            {verdict.hints.length > 0 && (
              <Box component="span" sx={{ color: 'text.secondary', display: 'block' }}>
                {verdict.hints.join(' ')}
              </Box>
            )}
          </>
        )}
      </Box>
    </Box>
  );
}

interface Candidate {
  password: string;
  email?: string;
  displayName?: string;
}

/** Asks once the person pauses; an answer that comes late, or none at all, says nothing. */
function useVerdict() {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const timer = useRef<number>(undefined);
  const latest = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const ask = (candidate: Candidate) => {
    const mine = ++latest.current;
    window.clearTimeout(timer.current);
    if (!candidate.password) {
      setVerdict(null);
      return;
    }
    timer.current = window.setTimeout(async () => {
      const said = await answer(client.POST('/api/passwords/verdict', { body: candidate })).catch(() => null);
      if (mine === latest.current) {
        setVerdict(said);
      }
    }, pauseBeforeAsking);
  };
  return { verdict, ask };
}

function valueOf(form: HTMLFormElement | null, field: string | undefined): string | undefined {
  const value = form && field ? new FormData(form).get(field) : null;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
