import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Ballot, VoteThresholds } from '@/api/types';
import { formatWeight } from './weights';

interface TallyProps {
  ballot: Ballot | null;
  thresholds: VoteThresholds;
}

/** How far it has come: towards one's own Mac, towards everybody, and against it. */
export function Tally({ ballot, thresholds }: TallyProps) {
  const { t } = useTranslation('votes');
  const tally = ballot?.tally;
  return (
    <Stack sx={{ gap: 1.25, mt: 1.5 }}>
      {typeof thresholds.local !== 'number' ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('tally.neverLocal')}
        </Typography>
      ) : (
        <Bar
          label={t('tally.local')}
          value={tally?.towardsLocal ?? 0}
          needed={thresholds.local * 100}
          reached={ballot?.granting && t('tally.granting')}
        />
      )}
      <Bar
        label={t('tally.proposal')}
        value={tally?.towardsProposal ?? 0}
        needed={thresholds.proposal * 100}
        reached={ballot?.proposed && t('tally.proposed')}
      />
      {tally && tally.down > 0 && (
        <Bar
          bad
          label={t('tally.against')}
          value={tally.against}
          needed={thresholds.condemnation * 100}
          reached={ballot.state === 'CONDEMNED' && t('tally.condemned')}
        />
      )}
    </Stack>
  );
}

interface BarProps {
  label: string;
  value: number;
  needed: number;
  /** What it says instead of the numbers once it was enough; it stays enough when somebody leaves. */
  reached?: string | false;
  bad?: boolean;
}

function Bar({ label, value, needed, reached, bad }: BarProps) {
  const { t } = useTranslation('votes');
  const shown = Math.max(0, value);
  return (
    <Box>
      <Stack direction="row" sx={{ justifyContent: 'space-between', columnGap: 2, flexWrap: 'wrap' }}>
        <Typography variant="body2">{label}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {reached || t('tally.of', { value: formatWeight(shown), needed: formatWeight(needed) })}
        </Typography>
      </Stack>
      <LinearProgress
        aria-label={label}
        variant="determinate"
        color={bad ? 'error' : 'primary'}
        value={reached ? 100 : Math.min(100, (100 * shown) / needed)}
        sx={{ mt: 0.5, height: 6, borderRadius: 3 }}
      />
    </Box>
  );
}
