import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { Engagement } from '@/api/types';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { LevelMark } from '@/patterns/level-mark';

export interface HistoryOf {
  title: string;
  person?: string;
  customer?: string;
}

/** The story of one cell or of one person, newest first. */
export function HistoryDrawer({ of, onClose }: { of: HistoryOf; onClose: () => void }) {
  const { t } = useTranslation('engagements');
  const { id: organization } = useOrganization();
  const pages = useInfiniteQuery({
    queryKey: [organization, 'assignments', 'history', of.person, of.customer],
    queryFn: ({ pageParam }) =>
      answer(
        client.GET('/api/organizations/{organization}/assignments/history', {
          params: {
            path: { organization },
            query: { person: of.person, customer: of.customer, cursor: pageParam },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{ paper: { sx: { width: 'min(440px, 100vw)', p: 2.5 }, 'aria-label': t('history.title') } }}
    >
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'flex-start', mb: 1.5 }}>
        <Box>
          <Typography variant="h2">{t('history.title')}</Typography>
          <Typography sx={{ color: 'text.secondary' }}>{of.title}</Typography>
        </Box>
        <IconButton aria-label={t('history.close')} onClick={onClose}>
          <CloseOutlined />
        </IconButton>
      </Stack>
      {pages.isPending && <PageSkeleton rows={3} />}
      {pages.error && <ErrorState problem={toProblem(pages.error)} onRetry={() => void pages.refetch()} />}
      {pages.data && rows.length === 0 && <Typography>{t('history.empty')}</Typography>}
      <Stack component="ol" sx={{ m: 0, p: 0, listStyle: 'none', gap: 1.75 }}>
        {rows.map((engagement) => (
          <Chapter key={engagement.id} engagement={engagement} named={!of.customer} />
        ))}
      </Stack>
      {pages.hasNextPage && (
        <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage} sx={{ mt: 1 }}>
          {t('history.more')}
        </Button>
      )}
    </Drawer>
  );
}

function Chapter({ engagement, named }: { engagement: Engagement; named: boolean }) {
  const { t } = useTranslation('engagements');
  const { level, customerName, startsAt, expiresAt, givenBy, reason, end } = engagement;
  return (
    <Box component="li">
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <LevelMark level={level} />
        {named && <strong>{customerName}</strong>}
        <RelativeTime at={startsAt} />
      </Stack>
      <Typography variant="body2" sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
        {reason}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {givenBy?.displayName ?? t('history.somebody')}
        {' · '}
        {end ? (
          <>
            {t(`history.cause.${end.cause}`)} <RelativeTime at={end.at} />
          </>
        ) : (
          <RelativeTime at={expiresAt} absent={t('openEnded')} />
        )}
      </Typography>
      {end?.reason && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {end.reason}
        </Typography>
      )}
    </Box>
  );
}
