import WavingHandOutlined from '@mui/icons-material/WavingHandOutlined';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/patterns/page';
import { EmptyState } from '@/patterns/states';
import { useMembership, usePermission, useSession } from '@/session/session';
import { Dashboard } from './dashboard';
import { Mine } from './mine';

/** What one may see decides what one finds here: one's own Macs and requests, or the organization's. */
export function HomePage() {
  const { t } = useTranslation('home');
  const { person } = useSession();
  const { organization } = useMembership();
  const overview = usePermission('dashboard.read');
  const asks = usePermission('request.create');
  const follows = usePermission('portfolio.read');
  const first = person.displayName.split(' ')[0];
  if (follows && !overview && !asks) {
    return <Navigate to="/o/$organization/portfolio" params={{ organization: organization.slug }} replace />;
  }
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
