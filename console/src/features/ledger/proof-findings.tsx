import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { ExactTime } from '@/patterns/time';
import { InsecurePageError, OtherEntryError, type Found } from './check-proof';

interface ProofFindingsProps {
  found: Found | undefined;
  error: Error | null;
}

/** What the check of an entry's proof came to, in plain words. */
export function ProofFindings({ found, error }: ProofFindingsProps) {
  return (
    <Box aria-live="polite" sx={{ mb: found || error ? 2 : 0 }}>
      {error && <Refused error={error} />}
      {found && <Held found={found} />}
    </Box>
  );
}

function Held({ found: { proven, keys } }: { found: Found }) {
  const { t } = useTranslation('ledger');
  const { index, checkpoint, sealedAt } = proven;
  return (
    <Alert severity="success">
      <AlertTitle>{t('check.held')}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5, overflowWrap: 'anywhere' }}>
        <li>{t('check.bytes', { index })}</li>
        <li>{t('check.path', { count: checkpoint.size })}</li>
        <li>{t('check.signed', { origin: checkpoint.origin })}</li>
        <li>
          {t('check.sealed')} <ExactTime at={sealedAt} />
        </li>
        <li>
          {t('check.keys', {
            keys: keys.map(({ id, type }) => `${t(`verify.keyType.${type}`)} ${id}`).join(', '),
          })}
        </li>
      </Box>
    </Alert>
  );
}

function Refused({ error }: { error: Error }) {
  const { t } = useTranslation('ledger');
  // Without an answer nothing is known of the proof.
  const isUnchecked = error instanceof ProblemError || error instanceof InsecurePageError;
  return (
    <Alert severity={isUnchecked ? 'warning' : 'error'}>
      <AlertTitle>{t(isUnchecked ? 'check.unchecked' : 'check.refused')}</AlertTitle>
      {textOf(error, t)}
    </Alert>
  );
}

function textOf(error: Error, t: (key: string) => string): string {
  if (error instanceof InsecurePageError) {
    return t('check.insecure');
  }
  return error instanceof OtherEntryError ? t('check.other') : error.message;
}
