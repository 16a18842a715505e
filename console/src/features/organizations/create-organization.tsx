import AddOutlined from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreatedOrganization } from '@/api/types';
import { FormDialog, FormField, type FormValues } from '@/patterns/form';
import { ShownOnce } from '@/patterns/shown-once';

interface CreateOrganizationProps {
  label: string;
  text: string;
  create: (values: FormValues) => Promise<CreatedOrganization>;
  children?: ReactNode;
}

/** Creates an organization and shows the invitation of its first admin once. */
export function CreateOrganization({ label, text, create, children }: CreateOrganizationProps) {
  const { t } = useTranslation('organizations');
  const [open, setOpen] = useState(false);
  const [created, setCreated] = useState<CreatedOrganization | null>(null);
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
        onSubmit={async (values) => setCreated(await create(values))}
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
          title={t('create.doneTitle', { name: created.organization.name })}
          text={t('create.doneText', { email: created.invitation.email })}
          values={[{ label: t('create.link'), value: created.invitation.link }]}
          onClose={() => setCreated(null)}
        />
      )}
    </>
  );
}
