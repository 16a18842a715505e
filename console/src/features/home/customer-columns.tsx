import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { PortfolioRow } from '@/api/types';
import { LevelMark } from '@/patterns/level-mark';
import type { Column } from '@/patterns/list/rows';
import { formatKnown, formatNumber } from '@/patterns/numbers';
import { RouterLink } from '@/patterns/router-link';
import { RelativeTime, useNow } from '@/patterns/time';
import { usePermission } from '@/session/session';

const soon = 24 * 3_600_000;

/** What is told of a customer. Who may not see Macs or events anywhere is offered no column of them. */
export function useCustomerColumns(): Column<PortfolioRow>[] {
  const { t } = useTranslation('home');
  const seesMacs = usePermission('device.read');
  const seesEvents = usePermission('event.read');
  const columns: (Column<PortfolioRow> | false)[] = [
    {
      name: 'customer',
      title: t('customers.customer'),
      render: ({ name }) => name,
      sort: 'name',
      ascendingOnly: true,
    },
    { name: 'level', title: t('customers.level'), render: (row) => <Level row={row} /> },
    {
      name: 'until',
      title: t('customers.until'),
      render: ({ until }) => <Until at={until} />,
      sort: 'until',
      ascendingOnly: true,
    },
    {
      name: 'openRequests',
      title: t('customers.openRequests'),
      numeric: true,
      render: (row) => <OpenRequests row={row} />,
    },
    seesMacs && {
      name: 'unhealthyDevices',
      title: t('customers.unhealthyDevices'),
      numeric: true,
      render: ({ unhealthyDevices }) => <Alarm count={unhealthyDevices} />,
    },
    {
      name: 'devices',
      title: t('customers.devices'),
      numeric: true,
      render: ({ devices }) => formatKnown(devices),
    },
    seesEvents && {
      name: 'blocks',
      title: t('customers.blocks'),
      numeric: true,
      render: ({ blocksOfLastDay }) => formatKnown(blocksOfLastDay),
    },
    {
      name: 'lastVisit',
      title: t('customers.lastVisit'),
      render: ({ lastVisit }) => <RelativeTime at={lastVisit} absent={t('customers.neverVisited')} />,
      sort: 'lastVisit',
    },
  ];
  return columns.filter((column) => column !== false);
}

function Level({ row: { level, secondFactorMissing } }: { row: PortfolioRow }) {
  const { t } = useTranslation('home');
  return (
    <>
      <LevelMark level={level} />
      {secondFactorMissing && (
        <Typography variant="caption" sx={{ display: 'block', color: 'tones.warning.text' }}>
          {t('customers.secondFactorMissing')}
        </Typography>
      )}
    </>
  );
}

function Until({ at }: { at: string | null }) {
  const { t } = useTranslation('home');
  const ends = Date.parse(at ?? '') - useNow() < soon;
  return (
    <Box component="span" sx={ends ? { color: 'tones.warning.text', fontWeight: 560 } : undefined}>
      <RelativeTime at={at} absent={t('customers.openEnded')} />
    </Box>
  );
}

function Alarm({ count }: { count: number | null }) {
  return (
    <Box component="span" sx={count ? { color: 'tones.warning.text', fontWeight: 620 } : undefined}>
      {formatKnown(count)}
    </Box>
  );
}

/** How many wait there, and the way to them for those who may read them. */
function OpenRequests({ row: { slug, openRequests } }: { row: PortfolioRow }) {
  const { t } = useTranslation('home');
  const mayRead = usePermission('request.read');
  const mayDecide = usePermission('request.decide');
  if (!openRequests || !mayRead) {
    return formatKnown(openRequests);
  }
  return (
    <RouterLink
      to={mayDecide ? '/o/$organization/requests/to-decide' : '/o/$organization/requests'}
      params={{ organization: slug }}
      aria-label={t('customers.openRequestsOf', { count: openRequests, number: formatNumber(openRequests) })}
      sx={{ fontWeight: 620 }}
    >
      {formatNumber(openRequests)}
    </RouterLink>
  );
}
