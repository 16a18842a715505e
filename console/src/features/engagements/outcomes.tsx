import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '@/api/types';

/** What will and what won't happen, in counts and reasons. */
export function Outcomes({ outcomes }: { outcomes: Outcome[] }) {
  const { t } = useTranslation('engagements');
  const effects = (['BEGUN', 'CHANGED', 'ENDED', 'UNCHANGED', 'REFUSED'] as const).flatMap((effect) => {
    const found = outcomes.filter((outcome) => outcome.effect === effect);
    return found.length > 0 ? [{ effect, found }] : [];
  });
  return (
    <Box role="status" sx={{ fontSize: '0.875rem' }}>
      {effects.length === 0 && t('terms.nothing')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {effects.map(({ effect, found }) => (
          <li key={effect}>
            {t(`effect.${effect}`, { count: found.length })}
            {effect === 'REFUSED' &&
              `: ${reasons(found)
                .map((why) => t(`refusal.${why}`))
                .join(', ')}`}
          </li>
        ))}
      </Box>
    </Box>
  );
}

const reasons = (outcomes: Outcome[]) => [
  ...new Set(outcomes.flatMap(({ refusal }) => (refusal ? [refusal] : []))),
];
