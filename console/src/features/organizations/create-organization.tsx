import AddOutlined from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreatedOrganization } from '@/api/types';
import { FormDialog, FormField, type FormValues } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { ShownOnce } from '@/patterns/shown-once';

interface CreateOrganizationProps {
  label: string;
  text: string;
  create: (values: FormValues) => Promise<CreatedOrganization>;
  children?: ReactNode;
}

/** Creates an organization; its first admin is invited by mail, or by a link that is shown once. */
export function CreateOrganization({ label, text, create, children }: CreateOrganizationProps) {
  const { t } = useTranslation('organizations');
  const [open, setOpen] = useState(false);
  const notice = useNotice();
  const [created, setCreated] = useState<{ name: string; email: string; link: string } | null>(null);
  return (
    <>
      <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <FormDialog
        open={open}
        title={label}
        text={text}
        submit={t('create.submit')}
        onClose={() => setOpen(false)}
        onSubmit={async (values) => {
          const founded = await create(values);
          const { link, email } = founded.invitation;
          if (link === null) {
            notice({ text: t('mail:invitation.sent', { email }) });
          } else {
            setCreated({ name: founded.organization.name, email, link });
          }
        }}
      >
        <FormField
          name="name"
          label={t('create.name')}
          required
          autoFocus
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
        {children}
        <FormField
          name="adminEmail"
          type="email"
          label={t('create.adminEmail')}
          helperText={t('create.adminHint')}
          required
        />
      </FormDialog>
      {created && (
        <ShownOnce
          title={t('create.doneTitle', { name: created.name })}
          text={t('create.doneText', { email: created.email })}
          values={[{ label: t('create.link'), value: created.link }]}
          onClose={() => setCreated(null)}
        />
      )}
    </>
  );
}
