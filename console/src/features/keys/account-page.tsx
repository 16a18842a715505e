import { useQuery } from '@tanstack/react-query';
import { linkOptions, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { DetailPage } from '@/patterns/detail-page';
import { PermissionList } from '@/patterns/permission-list';
import { RouterLink } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';
import { AccountButtons } from './account-buttons';
import { KeyList } from './key-list';
import { serviceAccountQuery } from './keys-api';

/** One program: what it may do, its keys, and how to stop it. */
export function ServiceAccountPage() {
  const { t } = useTranslation('keys');
  const { account: id } = useParams({ from: '/signed-in/o/$organization/keys/$account' });
  const { id: organization, slug } = useOrganization();
  const account = useQuery(serviceAccountQuery(organization, id));
  const mayReadLedger = usePermission('ledger.read');
  if (account.error) {
    return <ErrorState page problem={toProblem(account.error)} onRetry={() => void account.refetch()} />;
  }
  if (!account.data) {
    return <PageSkeleton />;
  }
  const { name, purpose, owner, state, lastUsedAt, createdAt, permissions } = account.data;
  return (
    <DetailPage
      back={{
        link: linkOptions({ to: '/o/$organization/keys', params: { organization: slug } }),
        label: t('title'),
      }}
      name={name}
      status={<StatusChip status={state} />}
      facts={[
        { label: t('account.owner'), value: owner.displayName },
        { label: t('lastUsed'), value: <RelativeTime at={lastUsedAt} absent={t('never')} /> },
        { label: t('created'), value: <RelativeTime at={createdAt} /> },
      ]}
      action={<AccountButtons account={account.data} />}
      tabs={[
        {
          name: 'keys',
          label: t('keys'),
          content: (
            <>
              <KeyList account={account.data} />
              <Section title={t('account.permissions')} text={purpose}>
                <PermissionList permissions={permissions} />
                {mayReadLedger && (
                  <RouterLink
                    to="/o/$organization/ledger"
                    params={{ organization: slug }}
                    search={{ objectType: 'service-account', objectId: id }}
                    sx={{ display: 'inline-block', mt: 2, fontSize: '0.875rem' }}
                  >
                    {t('history')}
                  </RouterLink>
                )}
              </Section>
            </>
          ),
        },
      ]}
    />
  );
}
