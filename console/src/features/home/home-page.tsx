import WavingHandOutlined from '@mui/icons-material/WavingHandOutlined';
import { useTranslation } from 'react-i18next';
import { Page } from '@/patterns/page';
import { RouterButton } from '@/patterns/router-link';
import { EmptyState } from '@/patterns/states';
import { useMembership, usePermission, useSession } from '@/session/session';
import { Dashboard } from './dashboard';
import { Mine } from './mine';
import { MyCustomers } from './my-customers';

/** What one may do decides what one finds here: one's customers, the organization, or one's own Macs and requests. */
export function HomePage() {
  const follows = usePermission('portfolio.read');
  const assigns = usePermission('engagement.manage');
  return follows && !assigns ? <HomeAmongCustomers /> : <HomeInOrganization />;
}

/** For a provider's technicians, analysts and account managers, whose work is elsewhere. */
function HomeAmongCustomers() {
  const { t } = useTranslation('home');
  const { slug, name } = useMembership().organization;
  const overview = usePermission('dashboard.read');
  const asks = usePermission('request.create');
  return (
    <Page
      title={t('customers.title')}
      purpose={t('customers.purpose')}
      action={
        overview && (
          <RouterButton to="/o/$organization/overview" params={{ organization: slug }} variant="outlined">
            {t('customers.overview', { organization: name })}
          </RouterButton>
        )
      }
    >
      <MyCustomers embedded />
      {asks && <Mine compact />}
    </Page>
  );
}

function HomeInOrganization() {
  const { t } = useTranslation('home');
  const { person } = useSession();
  const { organization } = useMembership();
  const overview = usePermission('dashboard.read');
  const asks = usePermission('request.create');
  const first = person.displayName.split(' ')[0];
  return (
    <Page
      narrow={!overview}
      title={overview ? t('titleOf', { organization: organization.name }) : t('hello', { name: first })}
      purpose={t(overview ? 'purposeOverview' : 'purposeMine')}
    >
      {overview && <Dashboard />}
      {asks && <Mine compact={overview} />}
      {!overview && !asks && (
        <EmptyState icon={WavingHandOutlined} title={t('nothing.title')} text={t('nothing.text')} />
      )}
    </Page>
  );
}
