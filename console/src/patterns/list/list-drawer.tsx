import CloseOutlined from '@mui/icons-material/CloseOutlined';
import KeyboardArrowDownOutlined from '@mui/icons-material/KeyboardArrowDownOutlined';
import KeyboardArrowUpOutlined from '@mui/icons-material/KeyboardArrowUpOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import { Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DrawerContext, type Search } from '../drawer';
import { TargetLink, type LinkTarget } from '../router-link';
import { PageSkeleton } from '../states';
import type { OpenRow } from './use-open-row';
import { withoutEmpty } from './use-list-search';

interface ListDrawerProps {
  row: OpenRow;
  /** The page that shows the same in full. */
  page: LinkTarget;
  first: boolean;
  last: boolean;
  children: ReactNode;
}

/** The detail of a row beside its list, which stays in view. */
export function ListDrawer({ row, page, first, last, children }: ListDrawerProps) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!panel.current?.contains(document.activeElement)) {
      panel.current?.focus({ preventScroll: true });
    }
  }, [row.key]);
  return (
    <Box
      ref={panel}
      component="aside"
      aria-label={t('drawer.title')}
      tabIndex={-1}
      sx={{
        position: 'sticky',
        top: 56,
        height: 'calc(100dvh - 56px)',
        width: 'clamp(480px, 44%, 760px)',
        flexShrink: 0,
        overflowY: 'auto',
        borderLeft: 1,
        borderColor: 'divider',
        bgcolor: 'background.default',
        outline: 'none',
        '&:focus-visible': { boxShadow: 'inset 2px 0 0 var(--gh-palette-primary-main)' },
      }}
    >
      <Stack
        direction="row"
        sx={{
          position: 'sticky',
          top: 0,
          zIndex: 3,
          alignItems: 'center',
          gap: 0.5,
          pl: 3,
          pr: 1,
          height: 48,
          bgcolor: 'background.default',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <TargetLink target={page} sx={{ fontSize: '0.875rem' }}>
          {t('drawer.page')}
        </TargetLink>
        <Box sx={{ flex: 1 }} />
        <Act label={t('drawer.previous')} disabled={first} onClick={() => row.step(-1)}>
          <KeyboardArrowUpOutlined fontSize="small" />
        </Act>
        <Act label={t('drawer.next')} disabled={last} onClick={() => row.step(1)}>
          <KeyboardArrowDownOutlined fontSize="small" />
        </Act>
        <Act label={t('drawer.close')} onClick={row.close}>
          <CloseOutlined fontSize="small" />
        </Act>
      </Stack>
      <Content key={row.key}>{children}</Content>
    </Box>
  );
}

/** Lists inside start anew with every row. */
function Content({ children }: { children: ReactNode }) {
  const [search, setSearch] = useState<Search>({});
  const state = useMemo(
    () => ({
      search,
      setSearch: (change: Search) => setSearch((previous) => withoutEmpty({ ...previous, ...change })),
    }),
    [search],
  );
  return (
    <DrawerContext value={state}>
      <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
    </DrawerContext>
  );
}

function Act({
  label,
  disabled,
  onClick,
  children,
}: {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <IconButton size="small" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      {children}
    </IconButton>
  );
}
