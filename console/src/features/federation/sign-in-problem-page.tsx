import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Door } from '@/patterns/door';
import { Identifier } from '@/patterns/identifier';
import { RouterLink } from '@/patterns/router-link';

/** Why a sign-in through a provider did not succeed, and what the person can do. */
export function SignInProblemPage() {
  const { t, i18n } = useTranslation('federation');
  const { reason = '', id } = useSearch({ from: '/public/sign-in-problem' });
  const key = `problem.reason.${reason}`;
  return (
    <Door
      title={t('problem.title')}
      text={i18n.exists(key, { ns: 'federation' }) ? t(key) : t('problem.reason.other')}
    >
      <Stack sx={{ gap: 2 }}>
        {id && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('problem.id')} <Identifier value={id} />
          </Typography>
        )}
        <RouterLink to="/sign-in">{t('problem.again')}</RouterLink>
      </Stack>
    </Door>
  );
}
