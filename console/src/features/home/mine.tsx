import LaptopMacOutlined from '@mui/icons-material/LaptopMacOutlined';
import OutboxOutlined from '@mui/icons-material/OutboxOutlined';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyDevice, RequestRow } from '@/api/types';
import { toProblem } from '@/api/problem';
import { useLiveRefresh } from '@/patterns/live-refresh';
import { ExpectedIn } from '@/patterns/macs/countdown';
import { myDevicesQuery } from '@/patterns/macs/queries';
import { RouterLink } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { EmptyState, ErrorState } from '@/patterns/states';
import { StatusChip, ToneChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { myBlocksQuery, myRequestsQuery } from './home-api';
import { MyBlocks } from './my-blocks';

/** What is one's own: blocks, requests, Macs. */
export function Mine({ compact }: { compact: boolean }) {
  const { t } = useTranslation('home');
  const { id: organization } = useOrganization();
  const requestsKey = useMemo(() => [organization, 'requests', 'mine'], [organization]);
  const ownKey = useMemo(() => [organization, 'my'], [organization]);
  useLiveRefresh('request', requestsKey);
  useLiveRefresh('request', ownKey);
  useLiveRefresh('device', ownKey);
  const nothing = useNothing(organization);
  if (compact && nothing) {
    return null;
  }
  return (
    <Box component="section" aria-label={t('mine.title')} sx={{ mt: compact ? 3 : 0 }}>
      {compact && (
        <Typography variant="h2" sx={{ mb: 1.5 }}>
          {t('mine.title')}
        </Typography>
      )}
      <MyBlocks />
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' }, columnGap: 2 }}>
        <MyRequests />
        <MyMacs />
      </Box>
    </Box>
  );
}

/** Whoever runs the Macs of others often has none registered and asked for nothing. */
function useNothing(organization: string): boolean {
  const { data: devices } = useQuery(myDevicesQuery(organization));
  const { data: requests } = useQuery(myRequestsQuery(organization));
  const { data: blocks } = useQuery(myBlocksQuery(organization));
  return devices?.length === 0 && requests?.items.length === 0 && blocks?.items.length === 0;
}

function MyRequests() {
  const { t } = useTranslation('home');
  const { id: organization, slug } = useOrganization();
  const { data, error, refetch } = useQuery(myRequestsQuery(organization));
  return (
    <Section
      title={t('requests.title')}
      action={
        <RouterLink
          to="/o/$organization/requests/mine"
          params={{ organization: slug }}
          sx={{ fontSize: '0.875rem' }}
        >
          {t('requests.all')}
        </RouterLink>
      }
    >
      {error ? (
        <ErrorState problem={toProblem(error)} onRetry={() => void refetch()} />
      ) : (
        <Rows
          loading={!data}
          empty={
            <EmptyState
              icon={OutboxOutlined}
              title={t('requests.emptyTitle')}
              text={t('requests.emptyText')}
            />
          }
        >
          {data?.items.map((request) => (
            <MyRequest key={request.id} request={request} />
          ))}
        </Rows>
      )}
    </Section>
  );
}

function MyRequest({ request }: { request: RequestRow }) {
  const { slug } = useOrganization();
  return (
    <Box component="li" sx={row}>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <RouterLink
          to="/o/$organization/requests/$request"
          params={{ organization: slug, request: request.id }}
          sx={{ fontWeight: 560 }}
        >
          {request.title}
        </RouterLink>
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
          <RelativeTime at={request.submittedAt} />
        </Typography>
      </Box>
      <StatusChip status={request.state} />
    </Box>
  );
}

function MyMacs() {
  const { t } = useTranslation('home');
  const { id: organization } = useOrganization();
  const { data, error, refetch } = useQuery(myDevicesQuery(organization));
  return (
    <Section title={t('macs.title')}>
      {error ? (
        <ErrorState problem={toProblem(error)} onRetry={() => void refetch()} />
      ) : (
        <Rows
          loading={!data}
          empty={
            <EmptyState icon={LaptopMacOutlined} title={t('macs.emptyTitle')} text={t('macs.emptyText')} />
          }
        >
          {data?.map((device) => (
            <MyMac key={device.id} device={device} />
          ))}
        </Rows>
      )}
    </Section>
  );
}

function MyMac({ device }: { device: MyDevice }) {
  const { t } = useTranslation('home');
  return (
    <Box component="li" sx={row}>
      <LaptopMacOutlined sx={{ color: 'text.secondary' }} />
      <Box sx={{ minWidth: 0, flex: 1, overflowWrap: 'anywhere' }}>
        <Typography sx={{ fontWeight: 560 }}>{device.hostname}</Typography>
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
          {device.ownership === 'CLAIMED' ? (
            t('macs.claimed')
          ) : (
            <>
              {t('macs.expected')} <ExpectedIn at={device.nextExpectedAt} />
            </>
          )}
        </Typography>
      </Box>
      <ToneChip tone={device.ownership === 'OWNER' ? 'good' : 'warning'}>
        {t(`macs.${device.ownership}`)}
      </ToneChip>
    </Box>
  );
}

function Rows({
  loading,
  empty,
  children,
}: {
  loading: boolean;
  empty: ReactNode;
  children: ReactNode[] | undefined;
}) {
  if (loading) {
    return <Skeleton variant="rounded" height={128} />;
  }
  return children?.length ? (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {children}
    </Box>
  ) : (
    empty
  );
}

const row = {
  display: 'flex',
  gap: 1.5,
  alignItems: 'center',
  py: 1.25,
  '& + li': { borderTop: 1, borderColor: 'divider' },
} as const;
