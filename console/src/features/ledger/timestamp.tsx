import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { TimestampView } from '@/api/types';
import { FactList, Section } from '@/patterns/section';
import { ErrorState } from '@/patterns/states';
import { ExactTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';

/** Who outside vouches for when the ledger was what it claims to be. */
export function Timestamp() {
  const { t } = useTranslation('timestamp');
  const { id: organization } = useOrganization();
  const { data, error, refetch } = useQuery({
    queryKey: [organization, 'ledger', 'timestamp'],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/ledger/timestamp', {
          params: { path: { organization } },
        }),
      ),
  });
  return (
    <Section title={t('title')} text={t('text')}>
      {error && <ErrorState problem={toProblem(error)} onRetry={() => void refetch()} />}
      {data && <State view={data} />}
    </Section>
  );
}

function State({ view: { offered, newest, failure } }: { view: TimestampView }) {
  const { t } = useTranslation('timestamp');
  return (
    <>
      {newest && (
        <FactList
          facts={[
            { label: t('at'), value: <ExactTime at={newest.at} /> },
            { label: t('authority'), value: newest.authority },
            { label: t('size'), value: newest.size.toLocaleString() },
          ]}
        />
      )}
      {!newest && !failure && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(offered ? 'waiting' : 'notOffered')}
        </Typography>
      )}
      {failure && (
        <Alert severity="warning" sx={{ mt: newest ? 1.5 : 0, overflowWrap: 'anywhere' }}>
          {t('failure', { count: failure.failures })} {failure.detail}. {t('next')}{' '}
          <ExactTime at={failure.nextAt} />
        </Alert>
      )}
    </>
  );
}
