import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FactList } from '@/patterns/section';
import { ExactTime } from '@/patterns/time';

interface EventMoreProps {
  title: string;
  event: { occurredAt: string; receivedAt: string; claimedTime: string | null };
  children?: ReactNode;
}

/** What a row has no room for: when the Mac told of it, what time it claimed, and the event's own facts. */
export function EventMore({ title, event, children }: EventMoreProps) {
  const { t } = useTranslation('events');
  const [open, setOpen] = useState(false);
  const heading = useId();
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('more.open')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} aria-labelledby={heading} maxWidth="md" fullWidth>
        <DialogTitle id={heading} sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </DialogTitle>
        <DialogContent>
          <FactList
            facts={[
              { label: t('column.occurredAt'), value: <ExactTime at={event.occurredAt} /> },
              ...(event.claimedTime ? [{ label: t('fact.claimedTime'), value: event.claimedTime }] : []),
              { label: t('column.receivedAt'), value: <ExactTime at={event.receivedAt} /> },
            ]}
          />
          {children}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{t('more.close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
