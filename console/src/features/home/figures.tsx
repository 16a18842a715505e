import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '@/api/types';
import { formatNumber } from '@/patterns/numbers';
import { Section } from '@/patterns/section';
import { duration } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';
import type { Window } from './home-api';

const BlocksChart = lazy(() => import('./charts').then((module) => ({ default: module.BlocksChart })));
const DecisionChart = lazy(() => import('./charts').then((module) => ({ default: module.DecisionChart })));

const height = 230;

/** "What was blocked, and when?" A click leads to the events of that hour or day. */
export function BlocksOverTime({ blocks, window }: { blocks: Dashboard['blocks']; window: Window }) {
  const { t } = useTranslation('home');
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const mayOpen = usePermission('event.read');
  const blocked = blocks.reduce((sum, slot) => sum + slot.blocked, 0);
  const unknown = blocks.reduce((sum, slot) => sum + slot.unknownAllowed, 0);
  return (
    <Section
      title={t('blocked.title')}
      text={t(`blocked.sum.${window}`, { blocked: formatNumber(blocked), unknown: formatNumber(unknown) })}
      action={<WindowChoice window={window} />}
    >
      <Suspense fallback={<Skeleton variant="rounded" height={height} />}>
        <BlocksChart
          blocks={blocks}
          window={window}
          height={height}
          onOpen={
            mayOpen
              ? ({ from, to }) =>
                  void navigate({
                    to: '/o/$organization/events',
                    params: { organization: slug },
                    search: { from, to },
                  })
              : undefined
          }
        />
      </Suspense>
    </Section>
  );
}

function WindowChoice({ window }: { window: Window }) {
  const { t } = useTranslation('home');
  const navigate = useNavigate();
  return (
    <ToggleButtonGroup
      size="small"
      exclusive
      value={window}
      aria-label={t('window.label')}
      onChange={(_, next: Window | null) =>
        next && void navigate({ to: '.', search: next === 'DAY' ? {} : { window: next }, replace: true })
      }
    >
      {(['DAY', 'FORTNIGHT'] as const).map((name) => (
        <ToggleButton key={name} value={name} sx={{ py: 0.25, textTransform: 'none', whiteSpace: 'nowrap' }}>
          {t(`window.${name}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** "How long do people wait for an answer?" */
export function TimeToDecision({ figures }: { figures: Dashboard['timeToDecision'] }) {
  const { t } = useTranslation('home');
  const { medianSeconds, p90Seconds, decided, byDay } = figures;
  return (
    <Section
      title={t('decision.title')}
      text={t('decision.text', { count: decided, number: formatNumber(decided) })}
    >
      <Stack direction="row" sx={{ gap: 4, mb: 0.5 }}>
        <Figure value={duration(medianSeconds)} label={t('decision.median')} />
        <Figure value={duration(p90Seconds)} label={t('decision.p90')} />
      </Stack>
      {decided === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
          {t('decision.none')}
        </Typography>
      ) : (
        <Suspense fallback={<Skeleton variant="rounded" height={height - 62} />}>
          <DecisionChart byDay={byDay} height={height - 62} />
        </Suspense>
      )}
    </Section>
  );
}

function Figure({ value, label }: { value: string; label: string }) {
  return (
    <Box>
      <Typography
        component="div"
        sx={{ fontSize: '1.5rem', fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}
      >
        {value}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {label}
      </Typography>
    </Box>
  );
}
