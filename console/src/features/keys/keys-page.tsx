import AddOutlined from '@mui/icons-material/AddOutlined';
import SmartToyOutlined from '@mui/icons-material/SmartToyOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { Page } from '@/patterns/page';
import { EmptyState, ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import { AccountCard } from './account-card';
import { AccountDialog } from './account-dialog';
import { serviceAccountsQuery } from './keys-api';

/** Programs that call the API, and who answers for each. */
export function KeysPage() {
  const { t } = useTranslation('keys');
  const { id: organization } = useOrganization();
  const accounts = useQuery(serviceAccountsQuery(organization));
  const [creating, setCreating] = useState(false);
  const create = (
    <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setCreating(true)}>
      {t('account.create')}
    </Button>
  );
  return (
    <Page title={t('title')} purpose={t('purpose')} action={create}>
      {accounts.isPending && <PageSkeleton rows={3} />}
      {accounts.error && (
        <ErrorState problem={toProblem(accounts.error)} onRetry={() => void accounts.refetch()} />
      )}
      {accounts.data?.length === 0 && (
        <EmptyState icon={SmartToyOutlined} title={t('empty.title')} text={t('empty.text')} action={create} />
      )}
      {accounts.data?.map((account) => (
        <AccountCard key={account.id} account={account} />
      ))}
      {creating && <AccountDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
