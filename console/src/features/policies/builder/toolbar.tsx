import MoreVertOutlined from '@mui/icons-material/MoreVertOutlined';
import RedoOutlined from '@mui/icons-material/RedoOutlined';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../use-draft';

interface ToolbarProps {
  draft: Draft;
  busy: boolean;
  status: string;
  /** Whether there is a kept draft. */
  kept: boolean;
  onKeep: () => void;
  onPublish: () => void;
  onExport: () => void;
  onImport: (text: string) => void;
  onDiscard: () => void;
}

/** What can be done with the draft as a whole. */
export function Toolbar({ draft, busy, status, kept, onKeep, onPublish, ...more }: ToolbarProps) {
  const { t } = useTranslation('builder');
  const { state, dispatch, dirty, findings, incomplete } = draft;
  const blocked = incomplete !== null || findings.some(({ blocks }) => blocks);
  return (
    <Stack direction="row" sx={{ gap: 1, mb: 2, alignItems: 'center', flexWrap: 'wrap' }}>
      <Tooltip title={t('toolbar.undo')}>
        <span>
          <IconButton
            aria-label={t('toolbar.undo')}
            disabled={state.past.length === 0}
            onClick={() => dispatch({ type: 'undo' })}
          >
            <UndoOutlined />
          </IconButton>
        </span>
      </Tooltip>
      <Tooltip title={t('toolbar.redo')}>
        <span>
          <IconButton
            aria-label={t('toolbar.redo')}
            disabled={state.future.length === 0}
            onClick={() => dispatch({ type: 'redo' })}
          >
            <RedoOutlined />
          </IconButton>
        </span>
      </Tooltip>
      <Typography
        role="status"
        variant="body2"
        sx={{ color: 'text.secondary', flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' }}
      >
        {status}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant="outlined" disabled={!dirty} loading={busy} onClick={onKeep}>
          {t('toolbar.keep')}
        </Button>
        <Button variant="contained" disabled={!kept || dirty || blocked} onClick={onPublish}>
          {t('toolbar.publish')}
        </Button>
        <MoreMenu kept={kept} {...more} />
      </Box>
    </Stack>
  );
}

type MoreProps = Pick<ToolbarProps, 'kept' | 'onExport' | 'onImport' | 'onDiscard'>;

function MoreMenu({ kept, onExport, onImport, onDiscard }: MoreProps) {
  const { t } = useTranslation('builder');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const choose = (act: () => void) => () => {
    setAnchor(null);
    act();
  };
  const chooseFile = () => {
    setAnchor(null);
    file.current?.click();
  };
  return (
    <>
      <IconButton
        aria-label={t('toolbar.more')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <MoreVertOutlined />
      </IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem onClick={choose(onExport)}>{t('toolbar.export')}</MenuItem>
        <MenuItem onClick={chooseFile}>{t('toolbar.import')}</MenuItem>
        <MenuItem disabled={!kept} onClick={choose(onDiscard)}>
          {t('toolbar.discard')}
        </MenuItem>
      </Menu>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        aria-label={t('toolbar.file')}
        hidden
        onChange={({ target }) => {
          void target.files?.[0]?.text().then(onImport);
          target.value = '';
        }}
      />
    </>
  );
}
