import Button from '@mui/material/Button';
import type { Client } from 'openapi-fetch';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Id, Person } from '@/api/types';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';

interface EndSessionsPaths {
  '/api/organizations/{organization}/people/{id}/end-sessions': {
    post: {
      parameters: { path: { organization: Id; id: Id } };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: { 204: { headers: never; content?: never } };
    };
  };
}

const sessionsClient = client as unknown as Client<EndSessionsPaths>;

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
            sessionsClient.POST('/api/organizations/{organization}/people/{id}/end-sessions', {
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
