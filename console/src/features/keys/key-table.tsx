import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { ApiKey, ServiceAccount } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { CardRows, TableRows, type Column } from '@/patterns/list/rows';
import { useNotice } from '@/patterns/notice';
import { usePermissionWords } from '@/patterns/permission-list';
import { StatusChip, ToneChip } from '@/patterns/status-chip';
import { RelativeTime, useNow } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { endsSoon } from './keys-api';

export function KeyTable({ account, keys }: { account: ServiceAccount; keys: ApiKey[] }) {
  const { t } = useTranslation('keys');
  const phone = useMediaQuery((theme) => theme.breakpoints.down('sm'), { noSsr: true });
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const rows = {
    rows: keys,
    columns: useColumns(setRevoking),
    rowKey: ({ id }: ApiKey) => id,
    selected: none,
  };
  return (
    <>
      {phone ? (
        <CardRows {...rows} />
      ) : (
        <Box sx={{ overflow: 'auto', position: 'relative' }} tabIndex={0} role="group" aria-label={t('keys')}>
          <TableRows {...rows} />
        </Box>
      )}
      {revoking && <Revoke account={account} apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

const none: ReadonlySet<string> = new Set();

function useColumns(onRevoke: (key: ApiKey) => void): Column<ApiKey>[] {
  const { t } = useTranslation('keys');
  return [
    {
      name: 'name',
      title: t('key.name'),
      render: ({ name, beginning }) => (
        <>
          {name}
          <Small>
            <code>{beginning}…</code>
          </Small>
        </>
      ),
    },
    { name: 'state', title: t('key.state'), render: (key) => <State apiKey={key} /> },
    { name: 'allows', title: t('key.allows'), render: (key) => <Allows apiKey={key} /> },
    {
      name: 'expires',
      title: t('key.expires'),
      render: ({ expiresAt }) => <RelativeTime at={expiresAt} />,
    },
    {
      name: 'lastUsed',
      title: t('lastUsed'),
      render: ({ lastUsedAt, lastUsedAddress }) => (
        <>
          <RelativeTime at={lastUsedAt} absent={t('never')} />
          {lastUsedAddress && <Small>{lastUsedAddress}</Small>}
        </>
      ),
    },
    {
      name: 'revoke',
      title: t('revoke.action'),
      action: true,
      render: (key) =>
        key.state === 'ACTIVE' && (
          <Button size="small" color="error" onClick={() => onRevoke(key)}>
            {t('revoke.action')}
          </Button>
        ),
    },
  ];
}

function State({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation('keys');
  const now = useNow();
  return (
    <>
      <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
        <StatusChip status={apiKey.state} />
        {endsSoon(apiKey, now) && <ToneChip tone="warning">{t('key.soon')}</ToneChip>}
      </Box>
      {apiKey.revokedBecause && <Small>{apiKey.revokedBecause}</Small>}
    </>
  );
}

function Allows({ apiKey: { permissions, networks } }: { apiKey: ApiKey }) {
  const { t } = useTranslation('keys');
  const words = usePermissionWords();
  return (
    <>
      {permissions.map(words).join('; ')}
      <Small>
        {networks.length > 0 ? t('key.from', { networks: networks.join(', ') }) : t('key.anywhere')}
      </Small>
    </>
  );
}

function Small({ children }: { children: React.ReactNode }) {
  return (
    <Typography
      component="span"
      variant="body2"
      sx={{ display: 'block', color: 'text.secondary', fontSize: '0.78125rem', overflowWrap: 'break-word' }}
    >
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
