import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import { Page } from '@/patterns/page';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import { PreferenceForm } from './preference-form';

/** How I am told what concerns me. */
export function TellingPage() {
  const { t } = useTranslation('telling');
  const { id: organization } = useOrganization();
  const preference = useQuery({
    queryKey: [organization, 'telling'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/notification-preference', {
          params: { path: { organization } },
        }),
      ),
  });
  return (
    <Page narrow title={t('title')} purpose={t('purpose')}>
      {preference.error && (
        <ErrorState problem={toProblem(preference.error)} onRetry={() => void preference.refetch()} />
      )}
      {preference.isPending && <PageSkeleton rows={6} />}
      {preference.data && <PreferenceForm preference={preference.data} />}
    </Page>
  );
}
