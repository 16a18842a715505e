import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '@/api/client';
import type { IssuedSecret } from '@/api/types';
import { toProblem, type Problem } from '@/api/problem';
import { ProblemAlert } from '@/patterns/form';
import { saveFile } from '@/patterns/save-file';
import { ShownOnce } from '@/patterns/shown-once';
import { useOrganization } from '@/session/session';

/** The secret in the clear, now and never again, with everything an MDM needs. */
export function IssuedSecretDialog({ issued, onClose }: { issued: IssuedSecret; onClose: () => void }) {
  const { t } = useTranslation('enrolments');
  const { id: organization } = useOrganization();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const { enrolment, secret, syncBaseUrl } = issued;
  const fetchProfile = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const path = `/api/organizations/${organization}/enrolments/${enrolment.id}/profile`;
      saveFile(
        await download(path, { secret }),
        `${enrolment.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.mobileconfig`,
      );
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <ShownOnce
      title={t('issued.title', { name: enrolment.name })}
      text={t('issued.text')}
      values={[
        { label: 'SyncBaseURL', value: syncBaseUrl },
        { label: t('issued.secret'), value: secret },
      ]}
      onClose={onClose}
    >
      {problem && <ProblemAlert problem={problem} />}
      <Button
        variant="outlined"
        startIcon={<FileDownloadOutlined />}
        loading={busy}
        onClick={() => void fetchProfile()}
      >
        {t('issued.profile')}
      </Button>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {t('issued.profileText')}
      </Typography>
    </ShownOnce>
  );
}
