import Alert from '@mui/material/Alert';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { DeviceDetail } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';

/** Makes a Mac drop its rules and take all anew; says what is lost before it happens. */
export function CleanSyncDialog({ device, onClose }: { device: DeviceDetail; onClose: () => void }) {
  const { t } = useTranslation('devices');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [kind, setKind] = useState<'CLEAN' | 'CLEAN_ALL'>('CLEAN');
  return (
    <FormDialog
      open
      danger
      title={t('clean.title', { name: device.hostname })}
      text={t('clean.text')}
      submit={t('clean.submit')}
      onClose={onClose}
      onSubmit={async ({ reason = '' }) => {
        await answer(
          client.POST('/api/organizations/{organization}/devices/{id}/clean-sync', {
            params: { path: { organization, id: device.id } },
            body: { kind, reason },
          }),
        );
        await refresh('devices');
        notice({ text: t('clean.done') });
      }}
    >
      <RadioGroup
        aria-label={t('clean.kind')}
        value={kind}
        onChange={(_, next) => setKind(next as typeof kind)}
      >
        <FormControlLabel value="CLEAN" control={<Radio />} label={t('clean.CLEAN')} />
        <FormControlLabel value="CLEAN_ALL" control={<Radio />} label={t('clean.CLEAN_ALL')} />
      </RadioGroup>
      <Alert severity="warning">{t(`clean.loss.${kind}`)}</Alert>
      <FormField
        name="reason"
        label={t('clean.reason')}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
    </FormDialog>
  );
}
