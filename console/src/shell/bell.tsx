import NotificationsNoneOutlined from '@mui/icons-material/NotificationsNoneOutlined';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Tooltip from '@mui/material/Tooltip';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '@/patterns/shortcuts';
import { useNews } from './use-news';
import { useWants } from './use-wants';

const BellContent = lazy(() => import('./bell-content').then((module) => ({ default: module.BellContent })));

/** What wants the person now and what they have not read: a count on the bell, the lines below it. */
export function Bell() {
  const { t } = useTranslation();
  const wants = useWants();
  const news = useNews();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const open = () => setAnchor(button);
  const count = wants.filter(({ personal }) => personal).reduce((sum, want) => sum + want.count, news.unread);
  const label = t('bell.label', { count });
  useShortcut('b', t('bell.title'), open);
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          ref={setButton}
          aria-label={label}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          onClick={open}
        >
          <Badge badgeContent={count > 0 ? count : null} max={99} color="error" aria-hidden>
            <NotificationsNoneOutlined fontSize="small" />
          </Badge>
        </IconButton>
      </Tooltip>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            variant: 'outlined',
            role: 'dialog',
            'aria-label': t('bell.title'),
            sx: { width: 360, maxWidth: 'calc(100vw - 32px)', mt: 0.5, boxShadow: 6 },
          },
        }}
      >
        <Suspense fallback={<Box sx={{ height: 160 }} />}>
          <BellContent wants={wants} news={news} onFollow={() => setAnchor(null)} />
        </Suspense>
      </Popover>
    </>
  );
}
