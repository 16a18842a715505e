import Button from '@mui/material/Button';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { Delegation, Person } from '@/api/types';
import { DelegationDialog } from '@/patterns/delegations/delegation-dialog';
import { DelegationList } from '@/patterns/delegations/delegation-list';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';

const personDelegationsQuery = (organization: string, person: string) =>
  queryOptions({
    queryKey: [organization, 'people', person, 'delegations'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/people/{person}/delegations', {
          params: { path: { organization, person } },
        }),
      ),
  });

/** Who decides in a member's place, arranged by an administrator where the member cannot. */
export function PersonDelegations({ person }: { person: Person }) {
  const { t } = useTranslation('away');
  const { id: organization } = useOrganization();
  const delegations = useQuery(personDelegationsQuery(organization, person.id));
  const notice = useNotice();
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<Delegation | null>(null);
  const names = { to: ending?.to.displayName ?? '', from: ending?.from.displayName ?? '' };
  return (
    <Section
      title={t('other.title')}
      text={t('other.text')}
      action={<Button onClick={() => setGiving(true)}>{t('name')}</Button>}
    >
      {delegations.error && (
        <ErrorState problem={toProblem(delegations.error)} onRetry={() => void delegations.refetch()} />
      )}
      {delegations.isPending && <PageSkeleton rows={1} />}
      {delegations.data?.length === 0 && t('other.empty')}
      <DelegationList delegations={delegations.data ?? []} onEnd={setEnding} />
      {giving && (
        <DelegationDialog
          title={t('nameFor', { name: person.displayName })}
          text={t('giveTextOther')}
          onClose={() => setGiving(false)}
          onGive={async (body) => {
            const path = { organization, person: person.id };
            const { to } = await answer(
              client.POST('/api/organizations/{organization}/people/{person}/delegations', {
                params: { path },
                body,
              }),
            );
            await delegations.refetch();
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
          const path = { organization, person: person.id, id: ending?.id ?? '' };
          await answer(
            client.POST('/api/organizations/{organization}/people/{person}/delegations/{id}/end', {
              params: { path },
            }),
          );
          await delegations.refetch();
          notice({ text: t('ended', names) });
        }}
      />
    </Section>
  );
}
