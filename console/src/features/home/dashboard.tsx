import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearch } from '@tanstack/react-router';
import { toProblem } from '@/api/problem';
import { useLiveRefresh } from '@/patterns/live-refresh';
import { ErrorState } from '@/patterns/states';
import { useOrganization, usePermission } from '@/session/session';
import { BlocksOverTime, TimeToDecision } from './figures';
import { FleetHealth } from './fleet-health';
import { dashboardQuery, type Window } from './home-api';
import { NewSoftware, TopBlocked } from './software-lists';
import { Waiting } from './waiting';

/** The organization at a glance: what waits, how the Macs are, what is blocked. Each figure leads to its list. */
export function Dashboard() {
  const { id: organization } = useOrganization();
  const { window } = useSearch({ strict: false });
  const span: Window = window === 'FORTNIGHT' ? 'FORTNIGHT' : 'DAY';
  const mayReadRequests = usePermission('request.read');
  const key = useMemo(() => [organization, 'dashboard'], [organization]);
  useLiveRefresh('request', key);
  useLiveRefresh('device', key);
  const { data, error, refetch } = useQuery({
    ...dashboardQuery(organization, span),
    placeholderData: keepPreviousData,
  });
  if (error) {
    return <ErrorState problem={toProblem(error)} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <DashboardSkeleton />;
  }
  return (
    <Box sx={grid}>
      {mayReadRequests && (
        <Box sx={{ gridColumn: { lg: 'span 5' } }}>
          <Waiting queue={data.queue} />
        </Box>
      )}
      <Box sx={{ gridColumn: { lg: mayReadRequests ? 'span 7' : 'span 12' } }}>
        <FleetHealth fleet={data.fleet} />
      </Box>
      <Box sx={{ gridColumn: { lg: 'span 7' } }}>
        <BlocksOverTime blocks={data.blocks} window={span} />
      </Box>
      <Box sx={{ gridColumn: { lg: 'span 5' } }}>
        <TimeToDecision figures={data.timeToDecision} />
      </Box>
      <Box sx={{ gridColumn: { lg: 'span 7' } }}>
        <TopBlocked rows={data.topBlocked} />
      </Box>
      <Box sx={{ gridColumn: { lg: 'span 5' } }}>
        <NewSoftware rows={data.newSoftware} />
      </Box>
    </Box>
  );
}

function DashboardSkeleton() {
  return (
    <Box sx={grid}>
      {[5, 7, 7, 5].map((columns, index) => (
        <Skeleton
          key={index}
          variant="rounded"
          height={index < 2 ? 240 : 320}
          sx={{ gridColumn: { lg: `span ${columns}` }, mb: 2 }}
        />
      ))}
    </Box>
  );
}

const grid = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(12, minmax(0, 1fr))' },
  columnGap: 2,
  '& > * > section': { height: { lg: 'calc(100% - 16px)' } },
} as const;
