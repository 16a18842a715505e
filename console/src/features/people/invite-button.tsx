import PersonAddAltOutlined from '@mui/icons-material/PersonAddAltOutlined';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { RoleName } from '@/api/types';
import { ProblemError } from '@/api/problem';
import { FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { ShownOnce } from '@/patterns/shown-once';
import { useOrganization } from '@/session/session';
import { RoleChoice } from './role-choice';

/** Invites a person by mail, or by a link that is shown once where no mail is sent. */
export function InviteButton() {
  const { t } = useTranslation('people');
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const notice = useNotice();
  const [open, setOpen] = useState(false);
  const [roles, setRoles] = useState<RoleName[]>([]);
  const [created, setCreated] = useState<{ link: string; email: string } | null>(null);
  return (
    <>
      <Button variant="contained" startIcon={<PersonAddAltOutlined />} onClick={() => setOpen(true)}>
        {t('invite.action')}
      </Button>
      <FormDialog
        open={open}
        title={t('invite.title')}
        text={t('invite.text')}
        submit={t('invite.submit')}
        onClose={() => setOpen(false)}
        onSubmit={async ({ email = '', displayName }) => {
          if (roles.length === 0) {
            throw new ProblemError({
              title: t('invite.noRole'),
              status: 422,
              errors: [{ field: 'roles', message: t('invite.noRole') }],
            });
          }
          const { link } = await answer(
            client.POST('/api/organizations/{organization}/invitations', {
              params: { path: { organization } },
              body: { email, displayName: displayName || undefined, roles },
            }),
          );
          setRoles([]);
          if (link === null) {
            notice({ text: t('mail:invitation.sent', { email }) });
          } else {
            setCreated({ link, email });
          }
          await queries.invalidateQueries({ queryKey: [organization, 'invitations'] });
        }}
      >
        <FormField
          name="email"
          type="email"
          label={t('column.email')}
          required
          autoFocus
          autoComplete="off"
        />
        <FormField name="displayName" label={t('invite.name')} autoComplete="off" />
        <RoleChoice chosen={roles} onChange={setRoles} />
      </FormDialog>
      {created && (
        <ShownOnce
          title={t('invite.doneTitle')}
          text={t('invite.doneText', { email: created.email })}
          values={[{ label: t('invite.link'), value: created.link }]}
          onClose={() => setCreated(null)}
        />
      )}
    </>
  );
}
