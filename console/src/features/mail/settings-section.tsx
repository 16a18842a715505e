import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { MailStatus } from '@/api/types';
import { toProblem } from '@/api/problem';
import { FactList, Section } from '@/patterns/section';

/** How mail is set up, and whether it works: settings come from the installation's configuration, not from here. */
export function SettingsSection({ offered, host, port, protection, sender, waiting, dead }: MailStatus) {
  const { t } = useTranslation('mail');
  if (!offered) {
    return (
      <Section title={t('settings.title')}>
        <Alert severity="info">{t('settings.none')}</Alert>
      </Section>
    );
  }
  return (
    <Section title={t('settings.title')} text={t('settings.text')} action={<TrialButton />}>
      <FactList
        facts={[
          { label: t('settings.server'), value: `${host}:${port}` },
          { label: t('settings.protection'), value: t(`settings.protections.${protection}`) },
          { label: t('settings.sender'), value: sender },
          { label: t('settings.letters'), value: t('settings.counts', { waiting, dead }) },
        ]}
      />
    </Section>
  );
}

function TrialButton() {
  const { t } = useTranslation('mail');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ good: boolean; text: string } | null>(null);
  const send = async () => {
    setBusy(true);
    setOutcome(null);
    try {
      const { delivered, email, problem } = await answer(client.POST('/api/installation/mail/trial'));
      setOutcome({
        good: delivered,
        text: delivered ? t('trial.good', { email }) : t('trial.bad', { problem }),
      });
    } catch (error) {
      const { detail, title } = toProblem(error);
      setOutcome({ good: false, text: detail ?? title });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Button variant="outlined" loading={busy} onClick={() => void send()}>
        {t('trial.action')}
      </Button>
      {outcome && (
        <Alert severity={outcome.good ? 'success' : 'error'} sx={{ mt: 1, maxWidth: 420 }}>
          {outcome.text}
        </Alert>
      )}
    </div>
  );
}
