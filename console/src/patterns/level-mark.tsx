import Chip from '@mui/material/Chip';
import { useTranslation } from 'react-i18next';
import type { EngagementLevel } from '@/api/types';

const colors = { READ_ONLY: 'default', FULL: 'primary', EMERGENCY: 'error' } as const;

/** A level, in the same word and colour everywhere. */
export function LevelMark({ level }: { level: EngagementLevel }) {
  const { t } = useTranslation('engagements');
  return (
    <Chip
      size="small"
      component="span"
      label={t(`level.${level}`)}
      color={colors[level]}
      variant={level === 'EMERGENCY' ? 'filled' : 'outlined'}
      sx={{ cursor: 'inherit' }}
    />
  );
}
