import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { useRefresh } from '@/patterns/act';
import { ConfirmDanger, FormDialog, FormField, useFieldError } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useMembership, useOrganization } from '@/session/session';
import type { CustomRole, Permission } from '@/api/types';
import { rolesQuery } from './people-api';
import { usePermissionWords } from '@/patterns/permission-list';

interface CustomRoleDialogProps {
  role?: CustomRole;
  copy?: boolean;
  onClose: () => void;
}

/** Makes a role, changes one, or starts from a copy. */
export function CustomRoleDialog({ role, copy, onClose }: CustomRoleDialogProps) {
  const { t } = useTranslation('roles');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [permissions, setPermissions] = useState<Permission[]>(role?.permissions ?? []);
  const changed = copy ? undefined : role;
  return (
    <FormDialog
      open
      title={t(changed ? 'changeTitle' : 'create', { name: role?.name })}
      text={changed && changed.holders > 0 ? t('changeText', { count: changed.holders }) : undefined}
      submit={t('save')}
      onClose={onClose}
      onSubmit={async ({ name = '', description = '' }) => {
        const body = { name, description, permissions };
        await (changed
          ? answer(
              client.PUT('/api/organizations/{organization}/custom-roles/{id}', {
                params: { path: { organization, id: changed.id } },
                body: { ...body, version: changed.version },
              }),
            )
          : answer(
              client.POST('/api/organizations/{organization}/custom-roles', {
                params: { path: { organization } },
                body,
              }),
            ));
        await refresh();
        notice({ text: t('saved', { name }) });
      }}
    >
      <FormField
        name="name"
        label={t('name')}
        defaultValue={copy ? t('copyOf', { name: role?.name }) : role?.name}
        required
        autoFocus
        slotProps={{ htmlInput: { maxLength: 80 } }}
      />
      <FormField
        name="description"
        label={t('description')}
        defaultValue={role?.description}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <PermissionChoice chosen={permissions} onChange={setPermissions} />
    </FormDialog>
  );
}

/** Only what the person holds, and what has a place in this kind of organization. */
function PermissionChoice({
  chosen,
  onChange,
}: {
  chosen: Permission[];
  onChange: (next: Permission[]) => void;
}) {
  const { t } = useTranslation('roles');
  const words = usePermissionWords();
  const { organization, permissions } = useMembership();
  const { data: roles = [] } = useQuery(rolesQuery(organization.id));
  const error = useFieldError('permissions');
  const fitting = new Set<Permission>(roles.flatMap((role) => role.permissions));
  return (
    <FormControl component="fieldset" error={Boolean(error)}>
      <FormLabel component="legend" sx={{ mb: 0.5 }}>
        {t('permissions')}
      </FormLabel>
      {permissions
        .filter((permission) => fitting.has(permission))
        .map((permission) => (
          <FormControlLabel
            key={permission}
            control={
              <Checkbox
                size="small"
                sx={{ py: 0.375 }}
                checked={chosen.includes(permission)}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...chosen, permission]
                      : chosen.filter((other) => other !== permission),
                  )
                }
              />
            }
            label={words(permission)}
          />
        ))}
      <FormHelperText>{error ?? t('permissionsHint')}</FormHelperText>
    </FormControl>
  );
}

export function DeleteRole({ role, onClose }: { role: CustomRole; onClose: () => void }) {
  const { t } = useTranslation('roles');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <ConfirmDanger
      open
      title={t('deleteTitle', { name: role.name })}
      text={role.holders > 0 ? t('deleteHeld', { count: role.holders }) : t('deleteText')}
      submit={t('delete')}
      onClose={onClose}
      onConfirm={async () => {
        await answer(
          client.DELETE('/api/organizations/{organization}/custom-roles/{id}', {
            params: { path: { organization, id: role.id } },
          }),
        );
        await refresh('custom-roles');
        notice({ text: t('deleted', { name: role.name }) });
      }}
    />
  );
}
