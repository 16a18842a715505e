import { useTranslation } from 'react-i18next';
import { Page } from '@/patterns/page';
import { useOrganization } from '@/session/session';
import { Dashboard } from './dashboard';

/** The provider's own organization at a glance, for those who find their customers at home. */
export function OverviewPage() {
  const { t } = useTranslation('home');
  const { name } = useOrganization();
  return (
    <Page title={t('titleOf', { organization: name })} purpose={t('purposeOverview')}>
      <Dashboard />
    </Page>
  );
}
