import { useTranslation } from 'react-i18next';
import { Page } from '@/patterns/page';
import { Domains } from './domains';
import { Providers } from './providers';
import { Provisioning } from './provisioning';
import { Required } from './required';

/** By whose word people sign in here: first the domains that are the organization's, then who speaks for them. */
export function SingleSignOnPage() {
  const { t } = useTranslation('federation');
  return (
    <Page narrow title={t('title')} purpose={t('purpose')}>
      <Domains />
      <Providers />
      <Required />
      <Provisioning />
    </Page>
  );
}
