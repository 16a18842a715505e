import { BarChart } from '@mui/x-charts/BarChart';
import { LineChart } from '@mui/x-charts/LineChart';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '@/api/types';
import { duration } from '@/patterns/time';
import type { Window } from './home-api';

type Slot = Dashboard['blocks'][number];

interface BlocksChartProps {
  blocks: Slot[];
  window: Window;
  height: number;
  onOpen?: (slot: Slot) => void;
}

// As CSS variables, so that charts change with the colour scheme.
const colours = {
  blocked: 'var(--gh-palette-tones-bad-strong)',
  unknown: 'var(--gh-palette-tones-info-strong)',
  accent: 'var(--gh-palette-primary-main)',
};
const margin = { left: 0, right: 8, top: 12, bottom: 0 };

/** Hours of a day or days of a fortnight; empty ones are shown as zero. */
export function BlocksChart({ blocks, window, height, onOpen }: BlocksChartProps) {
  const { t, i18n } = useTranslation('home');
  const format = new Intl.DateTimeFormat(
    i18n.language,
    window === 'DAY' ? { hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'short' },
  );
  const open = (index: number | undefined) => {
    const slot = index === undefined ? undefined : blocks[index];
    if (slot) {
      onOpen?.(slot);
    }
  };
  return (
    <BarChart
      height={height}
      margin={margin}
      skipAnimation
      xAxis={[
        {
          scaleType: 'band',
          data: blocks.map(({ from }) => format.format(new Date(from))),
          categoryGapRatio: 0.25,
          tickLabelMinGap: 18,
        },
      ]}
      yAxis={[{ width: 34, tickMinStep: 1, tickNumber: 4, disableLine: true, disableTicks: true }]}
      grid={{ horizontal: true }}
      series={[
        {
          data: blocks.map(({ blocked }) => blocked),
          label: t('blocked.blocked'),
          stack: 'all',
          color: colours.blocked,
        },
        {
          data: blocks.map(({ unknownAllowed }) => unknownAllowed),
          label: t('blocked.unknown'),
          stack: 'all',
          color: colours.unknown,
        },
      ]}
      onAxisClick={(_, data) => open(data?.dataIndex)}
      sx={onOpen && { '& svg': { cursor: 'pointer' } }}
    />
  );
}

interface DecisionChartProps {
  byDay: Dashboard['timeToDecision']['byDay'];
  height: number;
}

/** The median of each day; a day without a decision has no point. */
export function DecisionChart({ byDay, height }: DecisionChartProps) {
  const { t, i18n } = useTranslation('home');
  const format = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <LineChart
      height={height}
      margin={margin}
      skipAnimation
      hideLegend
      xAxis={[
        {
          scaleType: 'point',
          data: byDay.map(({ day }) => format.format(new Date(day))),
          tickLabelMinGap: 18,
        },
      ]}
      yAxis={[
        {
          width: 52,
          min: 0,
          tickNumber: 3,
          disableLine: true,
          disableTicks: true,
          valueFormatter: (seconds: number) =>
            seconds === 0 ? '0' : (duration(seconds).split(' ')[0] ?? ''),
        },
      ]}
      grid={{ horizontal: true }}
      series={[
        {
          data: byDay.map(({ medianSeconds }) => medianSeconds),
          label: t('decision.median'),
          color: colours.accent,
          connectNulls: true,
          curve: 'linear',
          showMark: true,
          valueFormatter: (seconds) => duration(seconds),
        },
      ]}
    />
  );
}
