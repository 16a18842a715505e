import SearchOffOutlined from '@mui/icons-material/SearchOffOutlined';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/patterns/states';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <EmptyState
      page
      icon={SearchOffOutlined}
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={
        <Button variant="contained" href="/console/">
          {t('notFound.action')}
        </Button>
      }
    />
  );
}
