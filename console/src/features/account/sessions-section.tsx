import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OwnSession } from '@/api/types';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import { useNotice } from '@/patterns/notice';
import { RouterLink } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { RelativeTime } from '@/patterns/time';
import { ownSessionsQuery } from './account-api';
import { browserName } from '@/patterns/browser-name';
import { useTry } from './try';

/** Where I am signed in, and signing out from afar. */
export function SessionsSection() {
  const { t } = useTranslation('account');
  const sessions = useQuery(ownSessionsQuery);
  const attempt = useTry();
  const notice = useNotice();
  const end = (id: string | null) =>
    attempt(async () => {
      await answer(
        id
          ? client.DELETE('/api/account/sessions/{id}', { params: { path: { id } } })
          : client.DELETE('/api/account/sessions'),
      );
      await sessions.refetch();
      notice({ text: t(id ? 'session.ended' : 'session.othersEnded') });
    });
  return (
    <Section
      title={t('session.title')}
      text={t('session.text')}
      action={
        (sessions.data?.length ?? 0) > 1 && (
          <Button variant="outlined" color="error" onClick={() => void end(null)}>
            {t('session.endOthers')}
          </Button>
        )
      }
    >
      {sessions.error && (
        <ErrorState problem={toProblem(sessions.error)} onRetry={() => void sessions.refetch()} />
      )}
      {sessions.isPending && <PageSkeleton rows={2} />}
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
        {sessions.data?.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => void end(session.id)} />
        ))}
      </Stack>
      <RouterLink to="/account/activity" sx={{ display: 'inline-block', mt: 2, fontSize: '0.875rem' }}>
        {t('activity:own.link')}
      </RouterLink>
    </Section>
  );
}

function SessionRow({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const { t } = useTranslation('account');
  const name = session.browser ? browserName(session.browser) : t('session.unknown');
  return (
    <Box
      component="li"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}
    >
      <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ fontWeight: 560 }}>
          {name}
          {session.current && ` · ${t('session.current')}`}
        </Box>
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
          {session.address} · {session.factors.map((factor) => t(`factor.name.${factor}`)).join(' + ')} ·{' '}
          {t('session.began')} <RelativeTime at={session.beganAt} /> · {t('session.used')}{' '}
          <RelativeTime at={session.lastUsedAt} />
        </Box>
      </Box>
      {!session.current && (
        <Button size="small" color="error" onClick={onEnd} aria-label={t('session.endThis', { name })}>
          {t('session.end')}
        </Button>
      )}
    </Box>
  );
}
