import MarkEmailReadOutlined from '@mui/icons-material/MarkEmailReadOutlined';
import MailLockOutlined from '@mui/icons-material/MailLockOutlined';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import { Door } from '@/patterns/door';
import { Form, FormField } from '@/patterns/form';
import { RouterButton } from '@/patterns/router-link';
import { EmptyState, ErrorState } from '@/patterns/states';
import { resetOfferQuery } from './reset-api';

/** Asks for the address and says the same whoever's it is. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('reset');
  const offer = useQuery(resetOfferQuery);
  const [asked, setAsked] = useState(false);
  return (
    <Door title={t('forgot.title')} text={!asked && offer.data?.offered && t('forgot.text')}>
      {offer.isPending && <Skeleton variant="rounded" height={120} />}
      {offer.error && <ErrorState problem={toProblem(offer.error)} onRetry={() => void offer.refetch()} />}
      {offer.data && !offer.data.offered && (
        <EmptyState icon={MailLockOutlined} title={t('forgot.noMailTitle')} text={t('forgot.noMailText')} />
      )}
      {offer.data?.offered && asked && (
        <EmptyState
          role="status"
          icon={MarkEmailReadOutlined}
          title={t('forgot.doneTitle')}
          text={t('forgot.doneText')}
        />
      )}
      {offer.data?.offered && !asked && <Ask onAsked={() => setAsked(true)} />}
      <RouterButton to="/sign-in" color="inherit" fullWidth sx={{ mt: 1.5 }}>
        {t('back')}
      </RouterButton>
    </Door>
  );
}

function Ask({ onAsked }: { onAsked: () => void }) {
  const { t } = useTranslation('reset');
  return (
    <Form
      onSubmit={async ({ email = '' }) => {
        await answer(client.POST('/api/password-resets', { body: { email } }));
        onAsked();
      }}
    >
      {(busy) => (
        <Stack sx={{ gap: 2 }}>
          <FormField
            name="email"
            type="email"
            label={t('email')}
            autoComplete="username"
            required
            autoFocus
          />
          <Button type="submit" variant="contained" size="large" loading={busy}>
            {t('forgot.submit')}
          </Button>
        </Stack>
      )}
    </Form>
  );
}
