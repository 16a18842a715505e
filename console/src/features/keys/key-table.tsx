import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { ApiKey, ServiceAccount } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { usePermissionWords } from '@/patterns/permission-list';
import { StatusChip, ToneChip } from '@/patterns/status-chip';
import { RelativeTime, useNow } from '@/patterns/time';
import { VisuallyHidden } from '@/patterns/visually-hidden';
import { useOrganization } from '@/session/session';
import { endsSoon } from './keys-api';

export function KeyTable({ account, keys }: { account: ServiceAccount; keys: ApiKey[] }) {
  const { t } = useTranslation('keys');
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  return (
    <TableContainer sx={{ position: 'relative' }} tabIndex={0} role="group" aria-label={t('keys')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell sx={{ pl: 0 }}>{t('key.name')}</TableCell>
            <TableCell>{t('key.state')}</TableCell>
            <TableCell>{t('key.allows')}</TableCell>
            <TableCell>{t('key.expires')}</TableCell>
            <TableCell>{t('lastUsed')}</TableCell>
            <TableCell>
              <VisuallyHidden>{t('revoke.action')}</VisuallyHidden>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
          ))}
        </TableBody>
      </Table>
      {revoking && <Revoke account={account} apiKey={revoking} onClose={() => setRevoking(null)} />}
    </TableContainer>
  );
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const { t } = useTranslation('keys');
  const words = usePermissionWords();
  const now = useNow();
  const { name, beginning, state, permissions, networks, revokedBecause } = apiKey;
  return (
    <TableRow sx={{ verticalAlign: 'top', '&:last-of-type td': { borderBottom: 0 } }}>
      <TableCell sx={{ pl: 0, minWidth: 180 }}>
        {name}
        <Small>
          <code>{beginning}…</code>
        </Small>
      </TableCell>
      <TableCell>
        <Stack sx={{ gap: 0.5, alignItems: 'flex-start' }}>
          <StatusChip status={state} />
          {endsSoon(apiKey, now) && <ToneChip tone="warning">{t('key.soon')}</ToneChip>}
        </Stack>
        {revokedBecause && <Small>{revokedBecause}</Small>}
      </TableCell>
      <TableCell sx={{ minWidth: 200 }}>
        {permissions.map(words).join('; ')}
        <Small>
          {networks.length > 0 ? t('key.from', { networks: networks.join(', ') }) : t('key.anywhere')}
        </Small>
      </TableCell>
      <TableCell>
        <RelativeTime at={apiKey.expiresAt} />
      </TableCell>
      <TableCell>
        <RelativeTime at={apiKey.lastUsedAt} absent={t('never')} />
        {apiKey.lastUsedAddress && <Small>{apiKey.lastUsedAddress}</Small>}
      </TableCell>
      <TableCell align="right">
        {state === 'ACTIVE' && (
          <Button size="small" color="error" onClick={onRevoke}>
            {t('revoke.action')}
          </Button>
        )}
      </TableCell>
    </TableRow>
  );
}

function Small({ children }: { children: React.ReactNode }) {
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', fontSize: '0.78125rem' }}>
      {children}
    </Typography>
  );
}

function Revoke({
  account,
  apiKey,
  onClose,
}: {
  account: ServiceAccount;
  apiKey: ApiKey;
  onClose: () => void;
}) {
  const { t } = useTranslation('keys');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <ConfirmDanger
      open
      reason
      title={t('revoke.title', { name: apiKey.name })}
      text={t('revoke.text', { account: account.name })}
      submit={t('revoke.action')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await answer(
          client.POST('/api/organizations/{organization}/service-accounts/{account}/keys/{id}/revoke', {
            params: { path: { organization, account: account.id, id: apiKey.id } },
            body: { reason },
          }),
        );
        await refresh('service-accounts');
        notice({ text: t('revoke.done', { name: apiKey.name }) });
      }}
    />
  );
}
