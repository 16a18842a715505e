import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { Connection } from '@/api/types';
import { ConnectionList } from '@/patterns/connection-list';
import { useNotice } from '@/patterns/notice';
import { RouterLink } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { connectionsQuery } from './account-api';
import { useTry } from './try';

/** Programs that act for me. */
export function ConnectionsSection() {
  const { t } = useTranslation('connections');
  const connections = useQuery(connectionsQuery);
  const attempt = useTry();
  const notice = useNotice();
  const end = ({ id, program }: Connection) =>
    attempt(async () => {
      await answer(client.DELETE('/api/account/connections/{id}', { params: { path: { id } } }));
      await connections.refetch();
      notice({ text: t('ended', { program }) });
    });
  return (
    <Section title={t('title')} text={t('text')}>
      {connections.error && (
        <ErrorState problem={toProblem(connections.error)} onRetry={() => void connections.refetch()} />
      )}
      {connections.isPending && <PageSkeleton rows={1} />}
      {connections.data?.length === 0 && t('empty')}
      <ConnectionList named connections={connections.data ?? []} onEnd={(each) => void end(each)} />
      <RouterLink to="/connect" search={{}} sx={{ display: 'inline-block', mt: 2, fontSize: '0.875rem' }}>
        {t('connect.title')}
      </RouterLink>
    </Section>
  );
}
