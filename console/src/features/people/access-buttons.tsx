import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Person } from '@/api/types';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';

/** What helps when a person's device is lost: sign them out everywhere, or let them in without the lost factors. */
export function AccessButtons({ person }: { person: Person }) {
  const { id: organization } = useOrganization();
  const params = { path: { organization, id: person.id } };
  return (
    <>
      <ReasonedButton
        words="endSessions"
        name={person.displayName}
        act={(reason) =>
          answer(
            client.POST('/api/organizations/{organization}/people/{id}/end-sessions', {
              params,
              body: { reason },
            }),
          )
        }
      />
      <ReasonedButton
        words="lostFactors"
        name={person.displayName}
        act={(reason) =>
          answer(
            client.POST('/api/organizations/{organization}/people/{id}/remove-factors', {
              params,
              body: { reason },
            }),
          )
        }
      />
    </>
  );
}

interface ReasonedButtonProps {
  words: 'endSessions' | 'lostFactors';
  name: string;
  act: (reason: string) => Promise<unknown>;
}

function ReasonedButton({ words, name, act }: ReasonedButtonProps) {
  const { t } = useTranslation('account');
  const notice = useNotice();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t(`${words}.action`)}
      </Button>
      <ConfirmDanger
        open={asking}
        reason
        title={t(`${words}.title`, { name })}
        text={t(`${words}.text`)}
        submit={t(`${words}.action`)}
        onClose={() => setAsking(false)}
        onConfirm={async (reason) => {
          await act(reason);
          notice({ text: t(`${words}.done`, { name }) });
        }}
      />
    </>
  );
}
