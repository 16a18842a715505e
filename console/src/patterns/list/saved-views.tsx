import BookmarksOutlined from '@mui/icons-material/BookmarksOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import Star from '@mui/icons-material/Star';
import StarBorder from '@mui/icons-material/StarBorder';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '@/api/types';
import { toProblem } from '@/api/problem';
import { Form, FormField } from '../form';
import { useNotice } from '../notice';
import { useSavedViews } from './use-saved-views';

/** The person's own views of this list: open, save, rename, delete, and which one the list opens with. */
export function SavedViews() {
  const { t } = useTranslation('views');
  const saved = useSavedViews();
  const notice = useNotice();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [renamed, setRenamed] = useState<SavedView | null>(null);
  if (!saved) {
    return null;
  }
  const attempt = (work: Promise<void>) =>
    void work.catch((error: unknown) => {
      const { detail, title } = toProblem(error);
      notice({ severity: 'error', text: detail ?? title });
    });
  return (
    <>
      <Tooltip title={t('title')}>
        <IconButton
          aria-label={t('title')}
          aria-haspopup="dialog"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <BookmarksOutlined />
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
            'aria-label': t('title'),
            sx: { mt: 0.5, p: 2, width: 340, maxWidth: 'calc(100vw - 32px)' },
          },
        }}
      >
        {saved.views.length === 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
            {t('empty')}
          </Typography>
        )}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mb: 1 }}>
          {saved.views.map((view) => (
            <ViewRow
              key={view.id}
              view={view}
              onOpen={() => {
                setAnchor(null);
                saved.open(view);
              }}
              onPrefer={() => attempt(saved.change(view, { preferred: !view.preferred }))}
              onRename={() => setRenamed(view)}
              onRemove={() => attempt(saved.remove(view))}
            />
          ))}
        </Box>
        <NameForm
          key={renamed?.id ?? saved.query}
          view={renamed}
          onName={async (name) => {
            await (renamed ? saved.change(renamed, { name }) : saved.save(name));
            notice({ text: t('saved', { name }) });
            setRenamed(null);
          }}
        />
      </Popover>
    </>
  );
}

interface ViewRowProps {
  view: SavedView;
  onOpen: () => void;
  onPrefer: () => void;
  onRename: () => void;
  onRemove: () => void;
}

function ViewRow({ view, onOpen, onPrefer, onRename, onRemove }: ViewRowProps) {
  const { t } = useTranslation('views');
  const { name, preferred } = view;
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 0.25 }}>
      <Button
        color="inherit"
        onClick={onOpen}
        sx={{
          flex: 1,
          minWidth: 0,
          justifyContent: 'flex-start',
          textAlign: 'left',
          overflowWrap: 'anywhere',
        }}
      >
        {name}
      </Button>
      <Act label={t('prefer', { name })} pressed={preferred} onClick={onPrefer}>
        {preferred ? <Star fontSize="small" color="primary" /> : <StarBorder fontSize="small" />}
      </Act>
      <Act label={t('rename', { name })} onClick={onRename}>
        <EditOutlined fontSize="small" />
      </Act>
      <Act label={t('remove', { name })} onClick={onRemove}>
        <DeleteOutlined fontSize="small" />
      </Act>
    </Box>
  );
}

interface ActProps {
  label: string;
  pressed?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Act({ label, pressed, onClick, children }: ActProps) {
  return (
    <Tooltip title={label}>
      <IconButton size="small" aria-label={label} aria-pressed={pressed} onClick={onClick}>
        {children}
      </IconButton>
    </Tooltip>
  );
}

function NameForm({ view, onName }: { view: SavedView | null; onName: (name: string) => Promise<void> }) {
  const { t } = useTranslation('views');
  return (
    <Form onSubmit={({ name = '' }) => onName(name)}>
      {(busy) => (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
          <FormField
            name="name"
            label={t(view ? 'newName' : 'name')}
            defaultValue={view?.name ?? ''}
            autoFocus={view !== null}
            required
            slotProps={{ htmlInput: { maxLength: 60 } }}
          />
          <Button type="submit" variant="contained" loading={busy} sx={{ height: 40, flexShrink: 0 }}>
            {t(view ? 'renameNow' : 'save')}
          </Button>
        </Box>
      )}
    </Form>
  );
}
