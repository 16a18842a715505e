import FiberManualRecordRounded from '@mui/icons-material/FiberManualRecordRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BellLine } from '@/api/types';
import { RelativeTime } from '@/patterns/time';
import { VisuallyHidden } from '@/patterns/visually-hidden';
import { useOrganization } from '@/session/session';
import type { News } from './use-news';

/** What happened that concerns the person; whoever follows a line has read it. */
export function NewsList({ news, onFollow }: { news: News; onFollow: () => void }) {
  const { t } = useTranslation('bell');
  return (
    <>
      <List aria-label={t('title')} sx={{ py: 0 }}>
        {news.lines.map((line) => (
          <li key={line.id}>
            <Line
              line={line}
              onFollow={() => {
                news.read(line);
                onFollow();
              }}
            />
          </li>
        ))}
      </List>
      {news.more && (
        <Button fullWidth size="small" onClick={news.more}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

function Line({ line, onFollow }: { line: BellLine; onFollow: () => void }) {
  const { t } = useTranslation('bell');
  const { slug } = useOrganization();
  return (
    <ListItemButton
      component={Link}
      {...({ to: `/o/${slug}${line.path}` } as object)}
      onClick={onFollow}
      sx={{ py: 0.75, gap: 1, alignItems: 'flex-start' }}
    >
      <Box sx={{ width: 10, flex: 'none', pt: 0.75, lineHeight: 0 }}>
        {!line.read && (
          <>
            <FiberManualRecordRounded color="primary" sx={{ fontSize: 10 }} aria-hidden />
            <VisuallyHidden>{t('unread')}</VisuallyHidden>
          </>
        )}
      </Box>
      <ListItemText
        primary={t(`kind.${line.kind}`, { title: line.title || t('gone') })}
        secondary={<RelativeTime at={line.createdAt} />}
        slotProps={{
          primary: {
            sx: { fontSize: '0.875rem', fontWeight: line.read ? 400 : 560, overflowWrap: 'anywhere' },
          },
          secondary: { sx: { fontSize: '0.75rem' } },
        }}
      />
    </ListItemButton>
  );
}
