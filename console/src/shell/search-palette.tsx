import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import Typography from '@mui/material/Typography';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembership } from '@/session/session';
import type { Hit } from './search-sources';
import { useHits, useRecent } from './use-hits';

/** Ctrl/⌘ K: everything that the person may see, by kind. */
export function SearchPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { organization } = useMembership();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const groups = useHits(useDeferredValue(text.trim()));
  const { remember } = useRecent();
  const hits = groups.flatMap((group) => group.hits);
  const current = Math.min(active, hits.length - 1);
  const open = (hit: Hit | undefined) => {
    if (hit) {
      remember(hit);
      onClose();
      void navigate({
        to: `/o/${hit.into ?? organization.slug}/${hit.path}` as never,
        search: (hit.search ?? {}) as never,
      });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) {
      event.preventDefault();
      setActive((current + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(hits[current]);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{
        paper: {
          'aria-label': t('search.open'),
          sx: { mt: { xs: 1, sm: '10vh' }, mx: 1, maxHeight: '70vh' },
        },
      }}
    >
      <InputBase
        autoFocus
        fullWidth
        value={text}
        placeholder={t('search.placeholder')}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        inputProps={{
          role: 'combobox',
          'aria-label': t('search.placeholder'),
          'aria-expanded': hits.length > 0,
          'aria-controls': listId,
          'aria-activedescendant': hits[current] && `${listId}-${current}`,
          maxLength: 200,
        }}
        sx={{ px: 2.25, py: 1.5, fontSize: '1.0625rem', borderBottom: 1, borderColor: 'divider' }}
      />
      <Box id={listId} role="listbox" aria-label={t('search.results')} sx={{ overflowY: 'auto', p: 1 }}>
        {groups.map((group) => (
          <Box key={group.name} role="group" aria-label={t(`search.group.${group.name}`)}>
            <Typography
              variant="overline"
              component="div"
              aria-hidden
              sx={{ px: 1.25, color: 'text.secondary' }}
            >
              {t(`search.group.${group.name}`)}
            </Typography>
            {group.hits.map((hit) => {
              const index = hits.indexOf(hit);
              return (
                <HitRow
                  key={hit.key}
                  id={`${listId}-${index}`}
                  hit={hit}
                  active={index === current}
                  onOpen={() => open(hit)}
                />
              );
            })}
          </Box>
        ))}
      </Box>
      {hits.length === 0 && (
        <Typography role="status" sx={{ px: 2.25, pb: 2, color: 'text.secondary' }}>
          {t('search.none', { text })}
        </Typography>
      )}
    </Dialog>
  );
}

function HitRow({ id, hit, active, onOpen }: { id: string; hit: Hit; active: boolean; onOpen: () => void }) {
  const Icon = hit.icon;
  return (
    <Box
      id={id}
      role="option"
      aria-selected={active}
      onClick={onOpen}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        px: 1.25,
        minHeight: 40,
        borderRadius: 1,
        cursor: 'pointer',
        bgcolor: active ? 'action.selected' : undefined,
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Icon sx={{ fontSize: 19, color: 'text.secondary' }} />
      <span>{hit.label}</span>
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem', ml: 'auto' }}>
        {hit.detail}
      </Box>
    </Box>
  );
}
