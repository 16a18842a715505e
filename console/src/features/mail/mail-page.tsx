import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { Page } from '@/patterns/page';
import { RouterButton } from '@/patterns/router-link';
import { ErrorState, NoPermission, PageSkeleton } from '@/patterns/states';
import { useSession } from '@/session/session';
import { PlainShell } from '@/shell/plain-shell';
import { LetterList } from './letter-list';
import { mailStatusQuery } from './mail-api';
import { SettingsSection } from './settings-section';

/** How an operator sees whether mail leaves the house, and what became of letters. */
export function MailPage() {
  const { operator } = useSession();
  return <PlainShell>{operator ? <Mail /> : <NoPermission permission="installation.operate" />}</PlainShell>;
}

function Mail() {
  const { t } = useTranslation('mail');
  const status = useQuery(mailStatusQuery);
  return (
    <Page
      title={t('title')}
      purpose={t('purpose')}
      action={
        <RouterButton to="/installation/organizations" color="inherit" variant="outlined">
          {t('back')}
        </RouterButton>
      }
    >
      {status.isPending && <PageSkeleton rows={3} />}
      {status.error && <ErrorState problem={toProblem(status.error)} onRetry={() => void status.refetch()} />}
      {status.data && <SettingsSection {...status.data} />}
      {status.data && <LetterList />}
    </Page>
  );
}
