import NotificationsNoneOutlined from '@mui/icons-material/NotificationsNoneOutlined';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Tooltip from '@mui/material/Tooltip';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '@/patterns/shortcuts';
import { useWants, type Want } from './use-wants';

const WantList = lazy(() => import('./want-list').then((module) => ({ default: module.WantList })));

/** What wants the person now: a count on the bell, the lines below it. */
export function Bell() {
  const { t } = useTranslation();
  const { list, markSeen } = useWants();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // What was new when the bell was opened stays in view until it is closed.
  const [shown, setShown] = useState<Want[]>([]);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const open = () => {
    setShown(list);
    setAnchor(button);
    markSeen();
  };
  const count = list.filter(({ personal }) => personal).reduce((sum, want) => sum + want.count, 0);
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
          <WantList wants={merged(list, shown)} onFollow={() => setAnchor(null)} />
        </Suspense>
      </Popover>
    </>
  );
}

/** What is there now, and the answers that were new when the bell was opened. */
function merged(now: Want[], before: Want[]): Want[] {
  const answers = before.filter(({ answer, name }) => answer && !now.some((want) => want.name === name));
  return [...now, ...answers].sort((left, right) => Number(right.personal) - Number(left.personal));
}
