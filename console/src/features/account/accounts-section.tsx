import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { LinkedAccountList } from '@/patterns/linked-account-list';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { linkedAccountsQuery } from './account-api';

/** By which accounts elsewhere I come in. */
export function AccountsSection() {
  const { t } = useTranslation('linked');
  const accounts = useQuery(linkedAccountsQuery);
  return (
    <Section title={t('title')} text={t('text')}>
      {accounts.error && (
        <ErrorState problem={toProblem(accounts.error)} onRetry={() => void accounts.refetch()} />
      )}
      {accounts.isPending && <PageSkeleton rows={1} />}
      {accounts.data?.length === 0 && t('empty')}
      <LinkedAccountList named accounts={accounts.data ?? []} />
    </Section>
  );
}
