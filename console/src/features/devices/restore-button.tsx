import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { DeviceDetail } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';

/** Takes a retired Mac back into service. */
export function RestoreButton({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation('devices');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {t('action.restore')}
      </Button>
      <FormDialog
        open={open}
        title={t('restore.title', { name: device.hostname })}
        text={t('restore.text')}
        submit={t('action.restore')}
        onClose={() => setOpen(false)}
        onSubmit={async ({ reason = '' }) => {
          await answer(
            client.POST('/api/organizations/{organization}/devices/{id}/restore', {
              params: { path: { organization, id: device.id } },
              body: { reason },
            }),
          );
          await refresh('devices');
          notice({ text: t('restore.done', { name: device.hostname }) });
        }}
      >
        <FormField name="reason" label={t('restore.reason')} required autoFocus />
      </FormDialog>
    </>
  );
}
