import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/problem';
import { Identifier } from './identifier';
import type { Icon } from './icon';

interface StateProps {
  icon: Icon;
  title: string;
  text: ReactNode;
  action?: ReactNode;
  role?: 'alert' | 'status';
  /** Stands in for a whole page: its title is the page's heading. */
  page?: boolean;
  /** In a menu or panel. */
  small?: boolean;
}

/** What will be here, why it is empty now, the one next step. */
export function EmptyState({ icon: Drawing, title, text, action, role, page, small }: StateProps) {
  return (
    <Stack
      role={role}
      sx={{ alignItems: 'center', textAlign: 'center', py: small ? 3 : { xs: 6, md: 9 }, px: 2, gap: 1 }}
    >
      <Box
        sx={{
          display: 'grid',
          placeItems: 'center',
          width: 56,
          height: 56,
          borderRadius: '50%',
          bgcolor: 'sunken',
          color: 'text.secondary',
          mb: 1,
        }}
      >
        <Drawing />
      </Box>
      <Typography variant="h2" component={page ? 'h1' : 'p'}>
        {title}
      </Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: 460, textWrap: 'balance' }}>{text}</Typography>
      {action && <Box sx={{ mt: 1.5 }}>{action}</Box>}
    </Stack>
  );
}

/** What failed, what was kept, retry, and the id that finds it in the log. */
export function ErrorState({
  problem,
  onRetry,
  page,
}: {
  problem: Problem;
  onRetry?: () => void;
  page?: boolean;
}) {
  const { t } = useTranslation();
  if (problem.status === 403) {
    return <NoPermission />;
  }
  const offline = problem.status === 0;
  return (
    <EmptyState
      page={page}
      role="alert"
      icon={offline ? CloudOffOutlined : ErrorOutlineOutlined}
      title={
        offline ? t('error.offlineTitle') : problem.status === 404 ? t('error.goneTitle') : t('error.title')
      }
      text={
        <>
          {offline ? t('error.offlineText') : (problem.detail ?? problem.title)}
          {problem.correlationId && (
            <Box component="span" sx={{ display: 'block', mt: 1, fontSize: '0.8125rem' }}>
              {t('error.correlation')} <Identifier value={problem.correlationId} />
            </Box>
          )}
        </>
      }
      action={
        onRetry && (
          <Button variant="outlined" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )
      }
    />
  );
}

export function NoPermission({ permission }: { permission?: string }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      page
      icon={LockOutlined}
      title={t('noPermission.title')}
      text={t(permission ? 'noPermission.textWith' : 'noPermission.text', { permission })}
    />
  );
}

/** The shape of a page while its facts are on the way. */
export function PageSkeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <Stack sx={{ gap: 1.5, p: { xs: 2, md: 3 } }} role="status" aria-label={t('state.loading')}>
      <Skeleton variant="rounded" width={220} height={32} />
      <Skeleton variant="text" width="min(420px, 80%)" />
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} variant="rounded" height={44} />
      ))}
    </Stack>
  );
}
