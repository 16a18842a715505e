import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import type { Delegation } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { DelegationDialog } from '@/patterns/delegations/delegation-dialog';
import { DelegationList } from '@/patterns/delegations/delegation-list';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { Page } from '@/patterns/page';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, useSession } from '@/session/session';
import { endOwn, giveOwn, ownDelegationsQuery } from './away-api';

/** Who decides while I am away, and for whom I decide. */
export function AwayPage() {
  const { t } = useTranslation('away');
  const { id: organization } = useOrganization();
  const { id: me } = useSession().person;
  const delegations = useQuery(ownDelegationsQuery(organization));
  const refresh = useRefresh();
  const notice = useNotice();
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<Delegation | null>(null);
  const given = delegations.data?.filter(({ from }) => from.id === me) ?? [];
  const got = delegations.data?.filter(({ to }) => to.id === me) ?? [];
  const names = { to: ending?.to.displayName ?? '', from: ending?.from.displayName ?? '' };
  return (
    <Page narrow title={t('title')} purpose={t('purpose')}>
      {delegations.error && (
        <ErrorState problem={toProblem(delegations.error)} onRetry={() => void delegations.refetch()} />
      )}
      {delegations.isPending && <PageSkeleton rows={3} />}
      {delegations.data && (
        <>
          <Section
            title={t('given.title')}
            text={t('given.text')}
            action={
              <Button variant="contained" onClick={() => setGiving(true)}>
                {t('name')}
              </Button>
            }
          >
            {given.length === 0 && t('given.empty')}
            <DelegationList delegations={given} onEnd={setEnding} />
          </Section>
          <Section title={t('got.title')} text={t('got.text')}>
            {got.length === 0 && t('got.empty')}
            <DelegationList delegations={got} onEnd={setEnding} />
          </Section>
        </>
      )}
      {giving && (
        <DelegationDialog
          title={t('name')}
          text={t('giveText')}
          onClose={() => setGiving(false)}
          onGive={async (draft) => {
            const { to } = await giveOwn(organization, draft);
            await refresh('my-delegations');
            notice({ text: t('gave', { name: to.displayName }) });
          }}
        />
      )}
      <ConfirmDanger
        open={ending !== null}
        title={t('endTitle', names)}
        text={t('endText')}
        submit={t('end')}
        onClose={() => setEnding(null)}
        onConfirm={async () => {
          await endOwn(organization, ending?.id ?? '');
          await refresh('my-delegations');
          notice({ text: t('ended', names) });
        }}
      />
    </Page>
  );
}
