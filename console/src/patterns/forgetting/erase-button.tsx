import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { ErasurePreview } from '@/api/types';
import { toProblem } from '@/api/problem';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { exactTime } from '@/patterns/time';
import { useOrganization, usePermission, useSession } from '@/session/session';

/** Has the ledger forget what it says of somebody; nobody's own traces. */
export function EraseButton({ subject, name }: { subject: string; name?: string }) {
  const { t } = useTranslation('forgetting');
  const may = usePermission('ledger.erase');
  const own = useSession().person.id === subject;
  const [open, setOpen] = useState(false);
  if (!may || own) {
    return null;
  }
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
        {t('erase.action')}
      </Button>
      {open && <EraseDialog subject={subject} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

interface EraseDialogProps {
  subject: string;
  name?: string;
  onClose: () => void;
}

function EraseDialog({ subject, name, onClose }: EraseDialogProps) {
  const { t } = useTranslation('forgetting');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [wait, setWait] = useState(false);
  const preview = useQuery({
    queryKey: [organization, 'ledger', 'erasure-preview', subject],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/ledger/erasures/preview', {
          params: { path: { organization }, query: { subject } },
        }),
      ),
    staleTime: 0,
  });
  const held = (preview.data?.holds.length ?? 0) > 0;
  return (
    <FormDialog
      open
      danger
      title={name ? t('erase.title', { name }) : t('erase.titleUnnamed')}
      text={
        <>
          {t('erase.text')}
          {preview.isPending && <Skeleton width="70%" sx={{ mt: 1 }} />}
          {preview.error && (
            <Alert severity="error" sx={{ mt: 1.5 }}>
              {toProblem(preview.error).detail ?? toProblem(preview.error).title}
            </Alert>
          )}
          {preview.data && <Consequences preview={preview.data} />}
        </>
      }
      submit={t(held && wait ? 'erase.later' : 'erase.action')}
      onClose={onClose}
      onSubmit={async ({ reason = '' }) => {
        const erasure = await answer(
          client.POST('/api/organizations/{organization}/ledger/erasures', {
            params: { path: { organization } },
            body: { subject, reason, afterHolds: wait },
          }),
        );
        await refresh('ledger');
        notice({ text: t(`erase.done.${erasure.state}`) });
      }}
    >
      {held && (
        <FormControlLabel
          control={<Checkbox checked={wait} onChange={(event) => setWait(event.target.checked)} />}
          label={t('erase.wait')}
        />
      )}
      <FormField
        name="reason"
        label={t('reason')}
        helperText={t('erase.reasonHint')}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { minLength: 10, maxLength: 2000 } }}
      />
    </FormDialog>
  );
}

function Consequences({ preview }: { preview: ErasurePreview }) {
  const { t, i18n } = useTranslation('forgetting');
  return (
    <>
      <ul>
        <li>{t('erase.values', { count: preview.values, entries: preview.entries })}</li>
        <li>{t('erase.remaining', { count: preview.remaining })}</li>
        <li>{t('erase.later_values')}</li>
      </ul>
      {preview.holds.map((hold) => (
        <Alert key={hold.id} severity="warning" sx={{ mb: 1 }}>
          {t('erase.held', { reason: hold.reason, review: exactTime(hold.reviewAt, i18n.language) })}
        </Alert>
      ))}
    </>
  );
}
