import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import type { Delegation } from '@/api/types';
import { ToneChip } from '../status-chip';
import { ExactTime } from '../time';
import { stateOf } from './state';

interface DelegationListProps {
  delegations: Delegation[];
  onEnd: (delegation: Delegation) => void;
}

/** Who decides for whom and how long, and the way to end that. */
export function DelegationList({ delegations, onEnd }: DelegationListProps) {
  const { t } = useTranslation('away');
  return (
    <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
      {delegations.map((delegation) => (
        <Box
          component="li"
          key={delegation.id}
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}
        >
          <Said delegation={delegation} />
          {stateOf(delegation) !== 'over' && (
            <Button
              size="small"
              color="error"
              onClick={() => onEnd(delegation)}
              aria-label={t('endThis', { name: delegation.to.displayName })}
            >
              {t('end')}
            </Button>
          )}
        </Box>
      ))}
    </Stack>
  );
}

function Said({ delegation }: { delegation: Delegation }) {
  const { t } = useTranslation('away');
  const { from, to, givenBy, startsAt, endsAt, endedAt, team, kind } = delegation;
  const state = stateOf(delegation);
  return (
    <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
      <Box sx={{ fontWeight: 560 }}>
        {t('line', { to: to.displayName, from: from.displayName })}{' '}
        <ToneChip tone={state === 'running' ? 'good' : 'neutral'}>{t(`state.${state}`)}</ToneChip>
      </Box>
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
        <ExactTime at={startsAt} /> – <ExactTime at={endedAt ?? endsAt} />
        {team && ` · ${t('ofTeam')}`}
        {kind && ` · ${t('ofKind', { kind })}`}
        {givenBy.id !== from.id && ` · ${t('givenBy', { name: givenBy.displayName })}`}
      </Box>
    </Box>
  );
}
