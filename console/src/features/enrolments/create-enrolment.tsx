import AddOutlined from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { IssuedSecret } from '@/api/types';
import { FormDialog, FormField } from '@/patterns/form';
import { useOrganization } from '@/session/session';
import { enrolmentsQuery } from './enrolments-api';
import { TagChoice } from './tag-choice';

export function CreateEnrolment({ onIssued }: { onIssued: (issued: IssuedSecret) => void }) {
  const { t } = useTranslation('enrolments');
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [tagIds, setTagIds] = useState<string[]>([]);
  return (
    <>
      <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setOpen(true)}>
        {t('create.action')}
      </Button>
      <FormDialog
        open={open}
        title={t('create.action')}
        text={t('create.text')}
        submit={t('create.submit')}
        onClose={() => setOpen(false)}
        onSubmit={async ({ name = '', maximumDevices }) => {
          const issued = await answer(
            client.POST('/api/organizations/{organization}/enrolments', {
              params: { path: { organization } },
              body: { name, tagIds, maximumDevices: maximumDevices ? Number(maximumDevices) : null },
            }),
          );
          setTagIds([]);
          onIssued(issued);
          await queries.invalidateQueries(enrolmentsQuery(organization));
        }}
      >
        <FormField
          name="name"
          label={t('create.name')}
          placeholder={t('create.namePlaceholder')}
          required
          autoFocus
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
        <TagChoice chosen={tagIds} onChange={setTagIds} />
        <FormField
          name="maximumDevices"
          type="number"
          label={t('create.maximum')}
          helperText={t('create.maximumHint')}
          slotProps={{ htmlInput: { min: 1, max: 1_000_000 } }}
        />
      </FormDialog>
    </>
  );
}
