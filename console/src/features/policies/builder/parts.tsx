import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import FormatListBulletedOutlined from '@mui/icons-material/FormatListBulletedOutlined';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import useMediaQuery from '@mui/material/useMediaQuery';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../place';
import { Outline } from './outline';

const Canvas = lazy(() => import('./canvas'));

type View = 'canvas' | 'list';

/** What the policy is made of, as a canvas or as a list; narrow screens have the list alone. */
export function Parts({ onOpen }: { onOpen: (place: Place) => void }) {
  const { t } = useTranslation('builder');
  const roomy = useMediaQuery((theme) => theme.breakpoints.up('md'));
  const wide = useMediaQuery((theme) => theme.breakpoints.up('lg'));
  const [chosen, setChosen] = useState<View | null>(null);
  const view = roomy ? (chosen ?? (wide ? 'canvas' : 'list')) : 'list';
  return (
    <Card sx={{ mb: 2, overflow: 'hidden' }}>
      {roomy && (
        <Box
          sx={{ display: 'flex', justifyContent: 'flex-end', p: 1, borderBottom: 1, borderColor: 'divider' }}
        >
          <ToggleButtonGroup
            size="small"
            exclusive
            value={view}
            aria-label={t('view.label')}
            onChange={(_, next: View | null) => next && setChosen(next)}
          >
            <ToggleButton value="canvas" sx={{ gap: 0.75, py: 0.25, textTransform: 'none' }}>
              <AccountTreeOutlined sx={{ fontSize: 18 }} />
              {t('view.canvas')}
            </ToggleButton>
            <ToggleButton value="list" sx={{ gap: 0.75, py: 0.25, textTransform: 'none' }}>
              <FormatListBulletedOutlined sx={{ fontSize: 18 }} />
              {t('view.list')}
            </ToggleButton>
          </ToggleButtonGroup>
        </Box>
      )}
      {view === 'canvas' ? (
        <Suspense fallback={<Skeleton variant="rectangular" height={440} />}>
          <Canvas />
        </Suspense>
      ) : (
        <Box sx={{ p: 1.25 }}>
          <Outline onOpen={onOpen} />
        </Box>
      )}
    </Card>
  );
}
