import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Enrolment, EnrolmentSecret, IssuedSecret } from '@/api/types';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { formatNumber } from '@/patterns/numbers';
import { Section } from '@/patterns/section';
import { StatusChip, TagChip } from '@/patterns/status-chip';
import { VisuallyHidden } from '@/patterns/visually-hidden';
import { RelativeTime, useNow } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { enrolmentsQuery } from './enrolments-api';
import { RotateDialog } from './rotate-dialog';

interface EnrolmentCardProps {
  enrolment: Enrolment;
  mayManage: boolean;
  onIssued: (issued: IssuedSecret) => void;
}

type Asking = { kind: 'rotate' } | { kind: 'revoke' } | { kind: 'remove'; secret: EnrolmentSecret };

export function EnrolmentCard({ enrolment, mayManage, onIssued }: EnrolmentCardProps) {
  const { t } = useTranslation('enrolments');
  const [asking, setAsking] = useState<Asking | null>(null);
  const mayChange = mayManage && enrolment.state === 'ACTIVE';
  const close = () => setAsking(null);
  return (
    <Section
      title={
        <Stack component="span" direction="row" sx={{ gap: 1.25, alignItems: 'center', flexWrap: 'wrap' }}>
          {enrolment.name} <StatusChip status={enrolment.state} />
        </Stack>
      }
      text={devicesOf(enrolment, t)}
      action={
        mayChange && (
          <Stack direction="row" sx={{ gap: 1, flexShrink: 0, flexWrap: 'wrap', justifyContent: 'flex-end' }}>
            <Button size="small" variant="outlined" onClick={() => setAsking({ kind: 'rotate' })}>
              {t('rotate.action')}
            </Button>
            <Button
              size="small"
              variant="outlined"
              color="error"
              onClick={() => setAsking({ kind: 'revoke' })}
            >
              {t('revoke.action')}
            </Button>
          </Stack>
        )
      }
    >
      {enrolment.tags.length > 0 && (
        <Stack direction="row" sx={{ gap: 0.75, flexWrap: 'wrap', alignItems: 'center', mb: 1.25 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('gives')}
          </Typography>
          {enrolment.tags.map((tag) => (
            <TagChip key={tag.id} {...tag} />
          ))}
        </Stack>
      )}
      <Secrets
        secrets={enrolment.secrets}
        onRemove={
          mayChange && enrolment.secrets.length > 1
            ? (secret) => setAsking({ kind: 'remove', secret })
            : undefined
        }
      />
      {asking?.kind === 'rotate' && (
        <RotateDialog enrolment={enrolment} onIssued={onIssued} onClose={close} />
      )}
      {asking?.kind === 'revoke' && <Revoke enrolment={enrolment} onClose={close} />}
      {asking?.kind === 'remove' && (
        <RemoveSecret enrolment={enrolment} secret={asking.secret} onClose={close} />
      )}
    </Section>
  );
}

function Secrets({
  secrets,
  onRemove,
}: {
  secrets: EnrolmentSecret[];
  onRemove?: (secret: EnrolmentSecret) => void;
}) {
  const { t } = useTranslation('enrolments');
  const now = useNow();
  return (
    <TableContainer sx={{ position: 'relative' }} tabIndex={0} role="group" aria-label={t('secret.list')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell sx={{ pl: 0 }}>{t('secret.hint')}</TableCell>
            <TableCell>{t('secret.state')}</TableCell>
            <TableCell>{t('secret.created')}</TableCell>
            <TableCell>{t('secret.lastUsed')}</TableCell>
            <TableCell>{t('secret.retires')}</TableCell>
            {onRemove && (
              <TableCell>
                <VisuallyHidden>{t('secret.remove')}</VisuallyHidden>
              </TableCell>
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {secrets.map((secret) => (
            <TableRow key={secret.id} sx={{ '&:last-of-type td': { borderBottom: 0 } }}>
              <TableCell sx={{ pl: 0 }}>
                <code>{secret.hint}</code>
              </TableCell>
              <TableCell>
                <StatusChip status={stateOf(secret, now)} />
              </TableCell>
              <TableCell>
                <RelativeTime at={secret.createdAt} />
              </TableCell>
              <TableCell>
                <RelativeTime at={secret.lastUsedAt} absent={t('secret.never')} />
              </TableCell>
              <TableCell>
                <RelativeTime at={secret.retiresAt} />
              </TableCell>
              {onRemove && (
                <TableCell align="right">
                  <Button size="small" color="inherit" onClick={() => onRemove(secret)}>
                    {t('secret.remove')}
                  </Button>
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function Revoke({ enrolment, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const { t } = useTranslation('enrolments');
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const notice = useNotice();
  return (
    <ConfirmDanger
      open
      reason
      typed={enrolment.name}
      title={t('revoke.title', { name: enrolment.name })}
      text={t('revoke.text', { count: enrolment.deviceCount })}
      submit={t('revoke.action')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await answer(
          client.POST('/api/organizations/{organization}/enrolments/{id}/revoke', {
            params: { path: { organization, id: enrolment.id } },
            body: { reason },
          }),
        );
        await queries.invalidateQueries(enrolmentsQuery(organization));
        notice({ text: t('revoke.done', { name: enrolment.name }) });
      }}
    />
  );
}

function RemoveSecret({
  enrolment,
  secret,
  onClose,
}: {
  enrolment: Enrolment;
  secret: EnrolmentSecret;
  onClose: () => void;
}) {
  const { t } = useTranslation('enrolments');
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const notice = useNotice();
  return (
    <ConfirmDanger
      open
      title={t('secret.removeTitle', { hint: secret.hint })}
      text={t('secret.removeText')}
      submit={t('secret.remove')}
      onClose={onClose}
      onConfirm={async () => {
        await answer(
          client.DELETE('/api/organizations/{organization}/enrolments/{id}/secrets/{secretId}', {
            params: { path: { organization, id: enrolment.id, secretId: secret.id } },
          }),
        );
        await queries.invalidateQueries(enrolmentsQuery(organization));
        notice({ text: t('secret.removed') });
      }}
    />
  );
}

function stateOf({ retiresAt }: EnrolmentSecret, now: number): string {
  if (!retiresAt) {
    return 'ACTIVE';
  }
  return Date.parse(retiresAt) > now ? 'RETIRING' : 'RETIRED';
}

function devicesOf({ deviceCount, maximumDevices }: Enrolment, t: TFunction<'enrolments'>): string {
  return maximumDevices === null
    ? t('devices', { count: deviceCount, shown: formatNumber(deviceCount) })
    : t('devicesOf', { shown: formatNumber(deviceCount), maximum: formatNumber(maximumDevices) });
}
