import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Invitation } from '@/api/types';
import { toProblem } from '@/api/problem';
import { useNotice } from '@/patterns/notice';
import { ShownOnce } from '@/patterns/shown-once';
import { useOrganization } from '@/session/session';

/** Makes the link anew, with its whole time before it: by mail, or shown once. */
export function RenewButton({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('people');
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const notice = useNotice();
  const [busy, setBusy] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const { email } = invitation;
  const renew = async () => {
    setBusy(true);
    try {
      const issued = await answer(
        client.POST('/api/organizations/{organization}/invitations/{id}/renew', {
          params: { path: { organization, id: invitation.id } },
        }),
      );
      setLink(issued.link);
      if (issued.link === null) {
        notice({ text: t('mail:invitation.sent', { email }) });
      }
      await queries.invalidateQueries({ queryKey: [organization, 'invitations'] });
    } catch (error) {
      const { detail, title } = toProblem(error);
      notice({ severity: 'error', text: detail ?? title });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button size="small" color="inherit" variant="outlined" loading={busy} onClick={() => void renew()}>
        {t('mail:invitation.renew')}
      </Button>
      {link && (
        <ShownOnce
          title={t('invite.doneTitle')}
          text={t('invite.doneText', { email })}
          values={[{ label: t('invite.link'), value: link }]}
          onClose={() => setLink(null)}
        />
      )}
    </>
  );
}
