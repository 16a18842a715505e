import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { IssuedKey, Permission, ServiceAccount } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { useOrganization } from '@/session/session';
import { PermissionBoxes } from '@/patterns/permission-boxes';

interface IssueKeyProps {
  account: ServiceAccount;
  onIssued: (issued: IssuedKey) => void;
  onClose: () => void;
}

const lifetimes = [30, 90, 180, 365];
const day = 24 * 60 * 60_000;

export function IssueKey({ account, onIssued, onClose }: IssueKeyProps) {
  const { t } = useTranslation('keys');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const [permissions, setPermissions] = useState<Permission[]>(account.permissions);
  return (
    <FormDialog
      open
      title={t('key.createTitle', { account: account.name })}
      text={t('key.createText')}
      submit={t('key.create')}
      onClose={onClose}
      onSubmit={async ({ name = '', days = '90', networks = '' }) => {
        const issued = await answer(
          client.POST('/api/organizations/{organization}/service-accounts/{account}/keys', {
            params: { path: { organization, account: account.id } },
            body: {
              name,
              permissions,
              networks: networks.split(/[\s,]+/).filter(Boolean),
              expiresAt: new Date(Date.now() + Number(days) * day).toISOString(),
            },
          }),
        );
        onIssued(issued);
        await refresh('service-accounts');
      }}
    >
      <FormField
        name="name"
        label={t('key.name')}
        placeholder={t('key.namePlaceholder')}
        required
        autoFocus
        slotProps={{ htmlInput: { maxLength: 80 } }}
      />
      <FormField
        name="days"
        select
        label={t('key.lifetime')}
        helperText={t('key.lifetimeHint')}
        defaultValue="90"
      >
        {lifetimes.map((days) => (
          <MenuItem key={days} value={String(days)}>
            {t('key.days', { count: days })}
          </MenuItem>
        ))}
      </FormField>
      <FormField
        name="networks"
        label={t('key.networks')}
        placeholder="198.51.100.0/24"
        helperText={t('key.networksHint')}
      />
      <PermissionBoxes
        label={t('key.allows')}
        hint={t('key.allowsHint')}
        offered={account.permissions}
        chosen={permissions}
        onChange={setPermissions}
      />
    </FormDialog>
  );
}
