import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Person } from '@/api/types';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';

/** Signs a person out wherever they are signed in. */
export function EndSessionsButton({ person }: { person: Person }) {
  const { t } = useTranslation('account');
  const { id: organization } = useOrganization();
  const notice = useNotice();
  const [asking, setAsking] = useState(false);
  const name = person.displayName;
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('endSessions.action')}
      </Button>
      <ConfirmDanger
        open={asking}
        reason
        title={t('endSessions.title', { name })}
        text={t('endSessions.text')}
        submit={t('endSessions.action')}
        onClose={() => setAsking(false)}
        onConfirm={async (reason) => {
          await answer(
            client.POST('/api/organizations/{organization}/people/{id}/end-sessions', {
              params: { path: { organization, id: person.id } },
              body: { reason },
            }),
          );
          notice({ text: t('endSessions.done', { name }) });
        }}
      />
    </>
  );
}
