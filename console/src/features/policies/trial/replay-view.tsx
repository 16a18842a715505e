import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { linkOptions } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PolicyReplay, ReplayedRequest } from '@/api/types';
import { RouterLink } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { StatusChip } from '@/patterns/status-chip';
import { useOrganization } from '@/session/session';

/** What would have become of the requests, and who would have been busy with them. */
export function ReplayView({ report }: { report: PolicyReplay }) {
  const { t } = useTranslation('trial');
  const { looked, changed, hoursBefore, hoursAfter, busiest, requests } = report;
  return (
    <>
      <Box
        component="dl"
        sx={{
          m: 0,
          mb: 2,
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
        }}
      >
        <Figure label={t('replay.looked')} value={t('number', { value: looked })} />
        <Figure label={t('replay.otherwise')} value={t('number', { value: changed })} />
        <Figure label={t('replay.hoursBefore')} value={t('hours', { value: Math.round(hoursBefore) })} />
        <Figure label={t('replay.hoursAfter')} value={t('hours', { value: Math.round(hoursAfter) })} />
      </Box>
      <Section flush title={t('replay.requests')} text={t('replay.requestsText', { count: requests.length })}>
        <Requests requests={requests} />
      </Section>
      {busiest.length > 0 && (
        <Section title={t('replay.busiest')}>
          <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
            {busiest.map(({ person, name, requests: count }) => (
              <li key={person}>{t('replay.busy', { name: name || t('policies:unknown'), count })}</li>
            ))}
          </Box>
        </Section>
      )}
    </>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, p: 1.5, bgcolor: 'background.paper' }}>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {label}
      </Typography>
      <Typography component="dd" sx={{ m: 0, fontSize: '1.375rem', fontWeight: 620 }}>
        {value}
      </Typography>
    </Box>
  );
}

function Requests({ requests }: { requests: ReplayedRequest[] }) {
  const { t } = useTranslation('trial');
  const wide = useMediaQuery((theme) => theme.breakpoints.up('md'));
  if (requests.length === 0) {
    return <Typography sx={{ px: 2.25, pb: 2 }}>{t('replay.none')}</Typography>;
  }
  if (!wide) {
    return (
      <Box component="ul" sx={{ listStyle: 'none', m: 0, px: 2.25, pb: 1 }}>
        {requests.map((request) => (
          <Box component="li" key={request.request} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
            <Title request={request} />
            <Box sx={{ display: 'flex', gap: 1, my: 0.5, flexWrap: 'wrap' }}>
              <StatusChip status={request.before} />
              <span aria-hidden>→</span>
              <Fate request={request} />
            </Box>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('replay.route', routesOf(request, t('way.others')))}
            </Typography>
          </Box>
        ))}
      </Box>
    );
  }
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{t('column.request')}</TableCell>
          <TableCell>{t('column.before')}</TableCell>
          <TableCell>{t('column.after')}</TableCell>
          <TableCell>{t('column.route')}</TableCell>
          <TableCell align="right">{t('column.asked')}</TableCell>
          <TableCell align="right">{t('column.hours')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {requests.map((request) => (
          <TableRow key={request.request}>
            <TableCell>
              <Title request={request} />
            </TableCell>
            <TableCell>
              <StatusChip status={request.before} />
            </TableCell>
            <TableCell>
              <Fate request={request} />
            </TableCell>
            <TableCell>{t('replay.route', routesOf(request, t('way.others')))}</TableCell>
            <TableCell align="right">{request.asked}</TableCell>
            <TableCell align="right">{hoursOf(request)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Title({ request }: { request: ReplayedRequest }) {
  const { slug } = useOrganization();
  return (
    <RouterLink
      {...linkOptions({
        to: '/o/$organization/requests/$request',
        params: { organization: slug, request: request.request },
      })}
      sx={{ overflowWrap: 'anywhere' }}
    >
      #{request.number} {request.title}
    </RouterLink>
  );
}

function Fate({ request: { after } }: { request: ReplayedRequest }) {
  const { t } = useTranslation('trial');
  const status = {
    APPROVED: 'APPROVED',
    REJECTED: 'REJECTED',
    MORE_NEEDED: 'IN_REVIEW',
    UNDECIDED: 'IN_REVIEW',
  };
  return <StatusChip status={status[after]} label={t(`fate.${after}`)} />;
}

function routesOf({ routeBefore, routeAfter }: ReplayedRequest, others: string) {
  return { before: routeBefore ?? others, after: routeAfter ?? others };
}

function hoursOf({ hoursBefore, hoursAfter }: ReplayedRequest): string {
  return hoursBefore === null || hoursAfter === null
    ? '—'
    : `${hoursBefore.toFixed(1)} → ${hoursAfter.toFixed(1)}`;
}
