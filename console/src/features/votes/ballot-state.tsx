import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Ballot } from '@/api/types';
import { ToneChip } from '@/patterns/status-chip';

const tones = { OPEN: 'info', SUSPECT: 'warning', CONDEMNED: 'bad' } as const;

export function BallotChip({ state }: { state: Ballot['state'] }) {
  const { t } = useTranslation('votes');
  return <ToneChip tone={tones[state]}>{t(`state.${state}`)}</ToneChip>;
}

/** Why nobody can vote for it now, in the words of those who found something. */
export function WhyFrozen({ ballot }: { ballot: Ballot }) {
  const { t } = useTranslation('votes');
  if (ballot.state === 'OPEN') {
    return null;
  }
  return (
    <Alert severity={ballot.state === 'SUSPECT' ? 'warning' : 'error'} sx={{ mt: 1.5 }}>
      {t(`frozen.${ballot.state}`)}
      {ballot.flags.length > 0 && (
        <Box component="ul" aria-label={t('frozen.reasons')} sx={{ m: 0, mt: 0.5, pl: 2.25 }}>
          {ballot.flags.map(({ reason, at }) => (
            <Box component="li" key={`${at} ${reason}`} sx={{ overflowWrap: 'anywhere' }}>
              “{reason}”
            </Box>
          ))}
        </Box>
      )}
    </Alert>
  );
}
