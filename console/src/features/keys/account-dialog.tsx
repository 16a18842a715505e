import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Permission, PersonRef, ServiceAccount } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { PersonPicker } from '@/patterns/macs/pickers';
import { useNotice } from '@/patterns/notice';
import { useMembership, useSession } from '@/session/session';
import { PermissionBoxes } from '@/patterns/permission-boxes';
import { forDirectories, forPrograms } from './keys-api';

interface AccountDialogProps {
  account?: ServiceAccount;
  onClose: () => void;
}

/** Makes a service account or changes one. A change counts for the next call of each of its keys. */
export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const { t } = useTranslation('keys');
  const { person } = useSession();
  const { organization } = useMembership();
  const refresh = useRefresh();
  const notice = useNotice();
  const navigate = useNavigate();
  const offered = useOffered(organization.id);
  const [permissions, setPermissions] = useState<Permission[]>(account?.permissions ?? []);
  const [owner, setOwner] = useState<PersonRef | null>(account?.owner ?? person);
  return (
    <FormDialog
      open
      title={account ? t('account.changeTitle', { name: account.name }) : t('account.create')}
      text={t(account ? 'account.changeText' : 'account.createText')}
      submit={t('account.save')}
      onClose={onClose}
      onSubmit={async ({ name = '', purpose = '' }) => {
        const body = {
          name,
          purpose,
          permissions,
          ownerId: owner?.id ?? '',
          version: account?.version ?? null,
        };
        const saved = await save(organization.id, account, body);
        await refresh('service-accounts');
        notice({ text: t('account.saved', { name }) });
        await navigate({
          to: '/o/$organization/keys/$account',
          params: { organization: organization.slug, account: saved.id },
        });
      }}
    >
      <FormField
        name="name"
        label={t('account.name')}
        placeholder={t('account.namePlaceholder')}
        defaultValue={account?.name}
        required
        autoFocus
        slotProps={{ htmlInput: { maxLength: 80 } }}
      />
      <FormField
        name="purpose"
        label={t('account.purpose')}
        helperText={t('account.purposeHint')}
        defaultValue={account?.purpose}
        required
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <PersonPicker
        label={t('account.owner')}
        hint={t('account.ownerHint')}
        chosen={owner}
        onChange={setOwner}
      />
      <PermissionBoxes
        label={t('account.permissions')}
        hint={t('account.permissionsHint')}
        offered={offered}
        chosen={permissions}
        onChange={setPermissions}
      />
    </FormDialog>
  );
}

type Draft = Pick<ServiceAccount, 'name' | 'purpose' | 'permissions'> & {
  ownerId: string;
  version: number | null;
};

function save(organization: string, account: ServiceAccount | undefined, body: Draft) {
  return account
    ? answer(
        client.PUT('/api/organizations/{organization}/service-accounts/{id}', {
          params: { path: { organization, id: account.id } },
          body,
        }),
      )
    : answer(
        client.POST('/api/organizations/{organization}/service-accounts', {
          params: { path: { organization } },
          body,
        }),
      );
}

/** Only what the person holds, or a directory needs from whoever looks after people, what has a place in this kind of organization, and what a program can have. */
function useOffered(organization: string): Permission[] {
  const { permissions } = useMembership();
  const { data: roles = [] } = useQuery({
    queryKey: [organization, 'roles'],
    queryFn: () =>
      answer(client.GET('/api/organizations/{organization}/roles', { params: { path: { organization } } })),
  });
  const fitting = new Set<Permission>(roles.flatMap((role) => role.permissions));
  const offered = forPrograms(permissions.filter((permission) => fitting.has(permission)));
  return permissions.includes('people.manage') ? [...offered, forDirectories] : offered;
}
