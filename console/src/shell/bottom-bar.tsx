import MoreHorizOutlined from '@mui/icons-material/MoreHorizOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Drawer from '@mui/material/Drawer';
import ListItemIcon from '@mui/material/ListItemIcon';
import MenuItem from '@mui/material/MenuItem';
import MenuList from '@mui/material/MenuList';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation, type NavigationItem } from './navigation';

const places = 4;

/** On a phone the rail becomes the role's four pages, and a drawer with everything else. */
export function BottomBar() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const items = useNavigation().flatMap((section) => section.items);
  const ranked = [...items].sort((left, right) => (left.phone ?? 99) - (right.phone ?? 99));
  const first = ranked.slice(0, places);
  const rest = items.filter((item) => !first.includes(item));
  return (
    <Box
      component="nav"
      aria-label={t('navigation.main')}
      sx={{
        position: 'fixed',
        insetInline: 0,
        bottom: 0,
        zIndex: 'appBar',
        display: 'flex',
        bgcolor: 'background.paper',
        borderTop: 1,
        borderColor: 'divider',
        pb: 'env(safe-area-inset-bottom)',
      }}
    >
      {first.map((item) => (
        <BottomLink key={item.to} item={item} />
      ))}
      {rest.length > 0 && (
        <ButtonBase sx={place} aria-expanded={open} onClick={() => setOpen(true)}>
          <MoreHorizOutlined sx={{ fontSize: 22 }} />
          {t('navigation.more')}
        </ButtonBase>
      )}
      <Drawer anchor="bottom" open={open} onClose={() => setOpen(false)}>
        <MoreMenu items={rest} onDone={() => setOpen(false)} />
      </Drawer>
    </Box>
  );
}

function BottomLink({ item }: { item: NavigationItem }) {
  const { t } = useTranslation();
  const { organization = '' } = useParams({ strict: false });
  const Icon = item.icon;
  return (
    <Box
      component={Link}
      to={item.to as never}
      params={{ organization } as never}
      activeOptions={{ exact: item.group === 'home', includeSearch: false }}
      sx={place}
    >
      <Icon sx={{ fontSize: 22 }} />
      <Box component="span" sx={word}>
        {t(item.label)}
      </Box>
    </Box>
  );
}

function MoreMenu({ items, onDone }: { items: NavigationItem[]; onDone: () => void }) {
  const { t } = useTranslation();
  const { organization = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  return (
    <MenuList autoFocus aria-label={t('navigation.more')}>
      {items.map((item) => {
        const Icon = item.icon;
        return (
          <MenuItem
            key={item.to}
            sx={{ minHeight: 48 }}
            onClick={() => {
              onDone();
              void navigate({ to: item.to as never, params: { organization } as never });
            }}
          >
            <ListItemIcon>
              <Icon />
            </ListItemIcon>
            {t(item.label)}
          </MenuItem>
        );
      })}
    </MenuList>
  );
}

/** One line each, so that all stand level. */
const word = {
  maxWidth: '100%',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  letterSpacing: '-0.03em',
} as const;

const place = {
  flex: 1,
  minWidth: 0,
  height: 58,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 0.25,
  fontSize: '0.6875rem',
  fontWeight: 520,
  fontFamily: 'inherit',
  color: 'text.secondary',
  textDecoration: 'none',
  '&.active': { color: 'primary.main' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
} as const;
