import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Door } from '@/patterns/door';

/** The end of a test: what came of it stands where it was begun. */
export function TestedPage() {
  const { t } = useTranslation('federation');
  return (
    <Door title={t('tested.title')} text={t('tested.text')}>
      <Button variant="contained" onClick={() => window.close()}>
        {t('tested.close')}
      </Button>
    </Door>
  );
}
