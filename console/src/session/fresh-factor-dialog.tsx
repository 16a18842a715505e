import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Factor } from '@/api/types';
import { answerFreshFactors } from '@/api/fresh-factor';
import { toProblem } from '@/api/problem';
import { ErrorState } from '@/patterns/states';
import { ownFactorsQuery } from './factor-api';
import { FactorFields } from './factor-fields';
import { SignInAgain } from './sign-in-again';
import { sessionQuery } from './session';

interface Waiting {
  id: string;
  settle: (confirmed: boolean) => void;
}

/** Stands ready to ask for a fresh factor whenever an action needs one, and lets that action go on. */
export function FreshFactorDialog() {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  useEffect(
    () =>
      answerFreshFactors(
        (id) =>
          new Promise((settle) =>
            setWaiting((earlier) => {
              // One question at a time: whoever asked before is told no, rather than kept waiting for ever.
              earlier?.settle(false);
              return { id, settle };
            }),
          ),
      ),
    [],
  );
  const settle = (confirmed: boolean) => {
    waiting?.settle(confirmed);
    setWaiting(null);
  };
  return waiting && <AskingDialog key={waiting.id} id={waiting.id} onSettled={settle} />;
}

function AskingDialog({ id, onSettled }: { id: string; onSettled: (confirmed: boolean) => void }) {
  const { t } = useTranslation('account');
  const { t: common } = useTranslation();
  const titleId = useId();
  const factors = useQuery(ownFactorsQuery);
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const first: Factor[] = session?.through ? ['FEDERATED', 'PASSWORD'] : ['PASSWORD'];
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={() => onSettled(false)} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('fresh.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{t('fresh.text')}</DialogContentText>
        {factors.error && <ErrorState problem={toProblem(factors.error)} />}
        {factors.isPending && <Skeleton variant="rounded" height={120} />}
        {factors.data && (
          <FactorFields
            factors={factors.data.length > 0 ? factors.data : first}
            submit={t('fresh.confirm')}
            onShow={async (proof) => {
              await answer(
                client.POST('/api/account/waiting-actions/{id}/confirm', {
                  params: { path: { id } },
                  body: proof,
                }),
              );
              onSettled(true);
            }}
          />
        )}
        {session?.through && <SignInAgain session={session} />}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button color="inherit" onClick={() => onSettled(false)}>
          {common('action.cancel')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
