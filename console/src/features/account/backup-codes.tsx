import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnFactors } from '@/api/types';
import { answer, client } from '@/api/client';
import { ConfirmDanger } from '@/patterns/form';
import { Section } from '@/patterns/section';
import { ShownOnce } from '@/patterns/shown-once';

interface BackupCodesSectionProps {
  factors: OwnFactors;
  onIssued: (codes: string[]) => Promise<void>;
}

/** Codes for the day on which the device is lost; there from the first factor on. */
export function BackupCodesSection({ factors, onIssued }: BackupCodesSectionProps) {
  const { t } = useTranslation('account');
  const [asking, setAsking] = useState(false);
  if (!factors.authenticatorSince && factors.passkeys.length === 0) {
    return null;
  }
  return (
    <Section
      title={t('backup.title')}
      text={t('backup.text')}
      action={
        <Button variant="outlined" onClick={() => setAsking(true)}>
          {t('backup.renew')}
        </Button>
      }
    >
      <Box sx={{ color: factors.backupCodesLeft < 3 ? 'warning.main' : undefined }}>
        {t('backup.left', { count: factors.backupCodesLeft })}
      </Box>
      <ConfirmDanger
        open={asking}
        title={t('backup.renewTitle')}
        text={t('backup.renewText')}
        submit={t('backup.renew')}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          const { backupCodes } = await answer(client.POST('/api/account/factors/backup-codes'));
          await onIssued(backupCodes);
        }}
      />
    </Section>
  );
}

export function BackupCodesDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useTranslation('account');
  return (
    <ShownOnce
      title={t('backup.shownTitle')}
      text={t('backup.shownText')}
      values={[{ label: t('backup.codes'), value: codes.join(' ') }]}
      onClose={onClose}
    />
  );
}
