import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { LinkedAccount, Person } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { LinkedAccountList } from '@/patterns/linked-account-list';
import { useNotice } from '@/patterns/notice';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';

const personAccountsQuery = (organization: string, person: string) =>
  queryOptions({
    queryKey: [organization, 'people', person, 'linked-accounts'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/people/{person}/linked-accounts', {
          params: { path: { organization, person } },
        }),
      ),
  });

/** By which accounts a member comes in through the organization's identity providers. */
export function PersonAccounts({ person }: { person: Person }) {
  const { t } = useTranslation('linked');
  const { id: organization } = useOrganization();
  const accounts = useQuery(personAccountsQuery(organization, person.id));
  const refresh = useRefresh();
  const notice = useNotice();
  const [parting, setParting] = useState<LinkedAccount | null>(null);
  const words = { name: person.displayName, provider: parting?.providerName ?? '' };
  return (
    <Section title={t('title')} text={t('textOther')}>
      {accounts.error && (
        <ErrorState problem={toProblem(accounts.error)} onRetry={() => void accounts.refetch()} />
      )}
      {accounts.isPending && <PageSkeleton rows={1} />}
      {accounts.data?.length === 0 && t('emptyOther')}
      <LinkedAccountList accounts={accounts.data ?? []} onUnlink={setParting} />
      <ConfirmDanger
        open={parting !== null}
        title={t('unlinkTitle', words)}
        text={t('unlinkText')}
        submit={t('unlink')}
        onClose={() => setParting(null)}
        onConfirm={async () => {
          const path = { organization, person: person.id, provider: parting?.provider ?? '' };
          await answer(
            client.DELETE('/api/organizations/{organization}/people/{person}/linked-accounts/{provider}', {
              params: { path },
            }),
          );
          await refresh('people');
          notice({ text: t('unlinked', words) });
        }}
      />
    </Section>
  );
}
