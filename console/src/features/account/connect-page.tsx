import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { WaitingProgram } from '@/api/types';
import { Form, FormField } from '@/patterns/form';
import { Page } from '@/patterns/page';
import { Section } from '@/patterns/section';
import { PlainShell } from '@/shell/plain-shell';
import { ConsentForm } from './consent-form';

interface Decision {
  allowed: boolean;
  program: string;
}

/** Where a person types the code that their program shows, and decides what it gets. */
export function ConnectPage() {
  const { t } = useTranslation('connections');
  const [code, setCode] = useState('');
  const [waiting, setWaiting] = useState<WaitingProgram | null>(null);
  const [decision, setDecision] = useState<Decision | null>(null);
  const decided = (allowed: boolean) => {
    setDecision({ allowed, program: waiting?.program ?? '' });
    setWaiting(null);
  };
  return (
    <PlainShell>
      <Page narrow title={t('connect.title')} purpose={t('connect.purpose')}>
        {decision ? (
          <Decided decision={decision} onOther={() => setDecision(null)} />
        ) : waiting ? (
          <ConsentForm code={code} waiting={waiting} onDecided={decided} />
        ) : (
          <CodeForm
            onFound={(typed, found) => {
              setCode(typed);
              setWaiting(found);
            }}
          />
        )}
      </Page>
    </PlainShell>
  );
}

function CodeForm({ onFound }: { onFound: (code: string, found: WaitingProgram) => void }) {
  const { t } = useTranslation('connections');
  const { user_code: given } = useSearch({ from: '/signed-in/connect' });
  return (
    <Section title={t('connect.enter')}>
      <Form
        onSubmit={async ({ userCode = '' }) =>
          onFound(
            userCode,
            await answer(client.POST('/api/account/connections/waiting', { body: { userCode } })),
          )
        }
      >
        {(busy) => (
          <Stack sx={{ gap: 2, pt: 1, alignItems: 'flex-start' }}>
            <FormField
              name="userCode"
              label={t('connect.code')}
              helperText={t('connect.codeHint')}
              defaultValue={given}
              required
              autoComplete="off"
              slotProps={{ htmlInput: { maxLength: 20, spellCheck: false } }}
            />
            <Button type="submit" variant="contained" loading={busy}>
              {t('connect.continue')}
            </Button>
          </Stack>
        )}
      </Form>
    </Section>
  );
}

function Decided({ decision, onOther }: { decision: Decision; onOther: () => void }) {
  const { t } = useTranslation('connections');
  return (
    <>
      <Alert severity={decision.allowed ? 'success' : 'info'} sx={{ mb: 2 }}>
        {t(decision.allowed ? 'connect.allowed' : 'connect.denied', { program: decision.program })}
      </Alert>
      <Button variant="outlined" onClick={onOther}>
        {t('connect.other')}
      </Button>
    </>
  );
}
