import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { Connection } from '@/api/types';
import { ConnectionList } from '@/patterns/connection-list';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';

const personConnectionsQuery = (organization: string, person: string) =>
  queryOptions({
    queryKey: [organization, 'people', person, 'connections'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/people/{person}/connections', {
          params: { path: { organization, person } },
        }),
      ),
  });

/** Programs that act for a member here. */
export function PersonConnections({ person }: { person: string }) {
  const { t } = useTranslation('connections');
  const { id: organization } = useOrganization();
  const connections = useQuery(personConnectionsQuery(organization, person));
  const notice = useNotice();
  const [ending, setEnding] = useState<Connection | null>(null);
  const program = ending?.program ?? '';
  return (
    <Section title={t('title')} text={t('textOther')}>
      {connections.error && (
        <ErrorState problem={toProblem(connections.error)} onRetry={() => void connections.refetch()} />
      )}
      {connections.isPending && <PageSkeleton rows={1} />}
      {connections.data?.length === 0 && t('emptyOther')}
      <ConnectionList connections={connections.data ?? []} onEnd={setEnding} />
      <ConfirmDanger
        open={ending !== null}
        reason
        title={t('endTitle', { program })}
        text={t('endText')}
        submit={t('end')}
        onClose={() => setEnding(null)}
        onConfirm={async (reason) => {
          const path = { organization, person, id: ending?.id ?? '' };
          await answer(
            client.POST('/api/organizations/{organization}/people/{person}/connections/{id}/end', {
              params: { path },
              body: { reason },
            }),
          );
          await connections.refetch();
          notice({ text: t('ended', { program }) });
        }}
      />
    </Section>
  );
}
