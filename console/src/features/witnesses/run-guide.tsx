import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Section } from '@/patterns/section';
import { TextBlock } from '@/patterns/text-block';

const commands = `java -jar gatehouse-verifier.jar witness-key witness.example.com/audit --key-file witness.key
java -jar gatehouse-verifier.jar witness --listen 127.0.0.1:8060 --key-file witness.key --state witness-state --log keys.txt`;

/** What a customer or auditor does to be a witness. */
export function RunGuide() {
  const { t } = useTranslation('witnesses');
  return (
    <Section title={t('run.title')} text={t('run.text')}>
      <Box sx={{ mb: 1.5 }}>
        <TextBlock text={commands} label={t('run.command')} copyLabel={t('run.copyCommand')} />
      </Box>
      <Button variant="outlined" href="/console/gatehouse-verifier.jar" download>
        {t('ledger:verify.downloadVerifier')}
      </Button>
    </Section>
  );
}
