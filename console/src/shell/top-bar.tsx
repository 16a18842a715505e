import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import SearchOutlined from '@mui/icons-material/SearchOutlined';
import AppBar from '@mui/material/AppBar';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Tooltip from '@mui/material/Tooltip';
import useMediaQuery from '@mui/material/useMediaQuery';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organization } from '@/api/types';
import { Key } from '@/patterns/decision-card';
import { LiveDot } from '@/patterns/live';
import { useShortcut } from '@/patterns/shortcuts';
import { Bell } from './bell';
import { OrganizationChooser } from './organization-chooser';
import { OwnMenu } from './own-menu';

const SearchPalette = lazy(() =>
  import('./search-palette').then((module) => ({ default: module.SearchPalette })),
);
const KeyboardHelp = lazy(() =>
  import('./keyboard-help').then((module) => ({ default: module.KeyboardHelp })),
);

/** Where am I, search over everything, is it live, my own things. */
export function TopBar({ organization }: { organization: Organization }) {
  const { t } = useTranslation();
  const [searching, setSearching] = useState(false);
  const [helping, setHelping] = useState(false);
  const phone = useMediaQuery('(max-width: 599.95px)', { noSsr: true });
  useShortcut('?', t('keys.help'), () => setHelping(true));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setSearching(true);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <AppBar
      position="sticky"
      color="inherit"
      elevation={0}
      sx={{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', height: 56 }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: { xs: 0.5, sm: 1.5 },
          height: 56,
          px: { xs: 1, sm: 1.5 },
        }}
      >
        <OrganizationChooser organization={organization} />
        <Box sx={{ flex: 1 }} />
        {phone ? (
          <IconButton aria-label={t('search.open')} onClick={() => setSearching(true)}>
            <SearchOutlined />
          </IconButton>
        ) : (
          <SearchButton onClick={() => setSearching(true)} />
        )}
        <Box sx={{ flex: { xs: 0, sm: 1 } }} />
        <LiveDot />
        {!phone && (
          <Tooltip title={t('keys.help')}>
            <IconButton aria-label={t('keys.help')} onClick={() => setHelping(true)}>
              <KeyboardOutlined fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
        <Bell />
        <OwnMenu />
      </Box>
      <Suspense>
        {searching && <SearchPalette onClose={() => setSearching(false)} />}
        {helping && <KeyboardHelp onClose={() => setHelping(false)} />}
      </Suspense>
    </AppBar>
  );
}

function SearchButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  const apple = /mac|iphone|ipad/i.test(navigator.userAgent);
  return (
    <ButtonBase
      onClick={onClick}
      sx={{
        width: 'min(420px, 38vw)',
        height: 36,
        px: 1.25,
        gap: 1,
        borderRadius: 1,
        bgcolor: 'sunken',
        border: 1,
        borderColor: 'divider',
        color: 'text.secondary',
        justifyContent: 'flex-start',
        font: 'inherit',
        fontSize: '0.875rem',
        '&:hover': { borderColor: 'text.secondary' },
      }}
    >
      <SearchOutlined fontSize="small" />
      <Box
        component="span"
        sx={{
          flex: 1,
          textAlign: 'left',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
      >
        {t('search.placeholder')}
      </Box>
      <Key name={apple ? '⌘K' : 'Ctrl K'} />
    </ButtonBase>
  );
}

/** First stop of the keyboard: past the rail, to the page. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <Link
      href="#main"
      sx={{
        position: 'fixed',
        left: 12,
        top: -60,
        zIndex: 'tooltip',
        px: 2,
        py: 1,
        borderRadius: 1,
        bgcolor: 'background.paper',
        boxShadow: 6,
        '&:focus': { top: 10 },
      }}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
    >
      {t('navigation.skip')}
    </Link>
  );
}
