import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useExact, useNavigation, type NavigationItem } from './navigation';

/** Left rail: words on wide screens, icons on tablets. */
export function Rail() {
  const { t } = useTranslation();
  const sections = useNavigation();
  const wide = useMediaQuery('(min-width: 1100px)', { noSsr: true });
  return (
    <Box
      component="nav"
      aria-label={t('navigation.main')}
      sx={{
        width: wide ? 216 : 64,
        flexShrink: 0,
        position: 'sticky',
        top: 56,
        height: 'calc(100dvh - 56px)',
        overflowY: 'auto',
        borderRight: 1,
        borderColor: 'divider',
        p: 1,
      }}
    >
      {sections.map(({ group, items }) => (
        <Box key={group} sx={{ mb: 1.25 }}>
          {wide && items.length > 1 && (
            <Typography variant="overline" component="h2" sx={{ color: 'text.secondary', px: 1.25 }}>
              {t(`navigation.group.${group}`)}
            </Typography>
          )}
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {items.map((item) => (
              <li key={item.to}>
                <RailLink item={item} wide={wide} />
              </li>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function RailLink({ item, wide }: { item: NavigationItem; wide: boolean }) {
  const { t } = useTranslation();
  const { organization = '' } = useParams({ strict: false });
  const exact = useExact(item);
  const Icon = item.icon;
  const label = t(item.label);
  return (
    <Tooltip title={wide ? '' : label} placement="right">
      <Box
        component={Link}
        to={item.to as never}
        params={{ organization } as never}
        activeOptions={{ exact, includeSearch: false }}
        aria-label={wide ? undefined : label}
        sx={{
          display: 'flex',
          alignItems: 'center',
          justifyContent: wide ? 'flex-start' : 'center',
          gap: 1.25,
          px: 1.25,
          height: 36,
          borderRadius: 1,
          color: 'text.secondary',
          textDecoration: 'none',
          fontSize: '0.875rem',
          fontWeight: 500,
          '&:hover': { bgcolor: 'action.hover', color: 'text.primary' },
          '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
          '&.active': { bgcolor: 'action.selected', color: 'text.primary', fontWeight: 600 },
          '&.active svg': { color: 'primary.main' },
        }}
      >
        <Icon sx={{ fontSize: 20 }} />
        {wide && label}
      </Box>
    </Tooltip>
  );
}
