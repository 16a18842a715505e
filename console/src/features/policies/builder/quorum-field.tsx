import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { Quorum } from '@/api/types';
import { NumberField } from './fields';

const first: Record<Quorum['kind'], Quorum> = {
  MINIMUM: { kind: 'MINIMUM', people: 1 },
  PERCENT: { kind: 'PERCENT', percent: 50 },
  EVERYONE: { kind: 'EVERYONE' },
  WEIGHT: { kind: 'WEIGHT', threshold: 2 },
};

/** How many of a group must agree. */
export function QuorumField({ quorum, onChange }: { quorum: Quorum; onChange: (quorum: Quorum) => void }) {
  const { t } = useTranslation('builder');
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'flex-start' }}>
      <TextField
        select
        label={t('quorum.label')}
        value={quorum.kind}
        helperText={t(`quorum.hint.${quorum.kind}`)}
        onChange={({ target }) => onChange(first[target.value as Quorum['kind']])}
        sx={{ flex: '2 1 200px' }}
      >
        {Object.keys(first).map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`quorum.kind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      {quorum.kind === 'MINIMUM' && (
        <NumberField
          label={t('quorum.people')}
          value={quorum.people}
          most={20}
          onChange={(people) => onChange({ kind: 'MINIMUM', people })}
        />
      )}
      {quorum.kind === 'PERCENT' && (
        <NumberField
          label={t('quorum.percent')}
          value={quorum.percent}
          most={100}
          onChange={(percent) => onChange({ kind: 'PERCENT', percent })}
        />
      )}
      {quorum.kind === 'WEIGHT' && (
        <NumberField
          label={t('quorum.threshold')}
          value={quorum.threshold}
          most={2000}
          onChange={(threshold) => onChange({ kind: 'WEIGHT', threshold })}
        />
      )}
    </Stack>
  );
}
