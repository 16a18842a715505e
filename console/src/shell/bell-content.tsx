import NotificationsNoneOutlined from '@mui/icons-material/NotificationsNoneOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { RouterButton } from '@/patterns/router-link';
import { EmptyState } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import { NewsList } from './news-list';
import type { News } from './use-news';
import type { Want } from './use-wants';
import { WantList } from './want-list';

interface BellContentProps {
  wants: Want[];
  news: News;
  onFollow: () => void;
}

/** What stands open now, and below it what happened. */
export function BellContent({ wants, news, onFollow }: BellContentProps) {
  const { t } = useTranslation();
  const { slug } = useOrganization();
  const isEmpty = wants.length === 0 && news.lines.length === 0;
  return (
    <>
      {isEmpty && (
        <EmptyState
          small
          icon={NotificationsNoneOutlined}
          title={t('bell.emptyTitle')}
          text={t('bell.emptyText')}
        />
      )}
      {!isEmpty && <Head news={news} />}
      {wants.length > 0 && <WantList wants={wants} onFollow={onFollow} />}
      {wants.length > 0 && news.lines.length > 0 && <Divider />}
      {news.lines.length > 0 && <NewsList news={news} onFollow={onFollow} />}
      <Divider />
      <RouterButton
        fullWidth
        size="small"
        to="/o/$organization/notifications"
        params={{ organization: slug }}
        onClick={onFollow}
      >
        {t('telling:title')}
      </RouterButton>
    </>
  );
}

function Head({ news }: { news: News }) {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', px: 2, pt: 1.5 }}>
      <Typography variant="h2" sx={{ flex: 1 }}>
        {t('bell.title')}
      </Typography>
      {news.unread > 0 && (
        <Button size="small" onClick={news.readAll}>
          {t('bell:readAll')}
        </Button>
      )}
    </Box>
  );
}
