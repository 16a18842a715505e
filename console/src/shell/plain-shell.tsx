import AppBar from '@mui/material/AppBar';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link, useMatches } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '@/patterns/document-title';
import { Mark } from '@/patterns/door';
import { OwnMenu } from './own-menu';
import { SkipLink } from './top-bar';

/** The frame of a signed-in person outside any organization. */
export function PlainShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const title = useMatches().at(-1)?.staticData.title;
  useDocumentTitle(title && t(title));
  return (
    <>
      <SkipLink />
      <AppBar
        position="sticky"
        color="inherit"
        elevation={0}
        sx={{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', height: 56 }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', height: 56, px: 1.5, gap: 1.25 }}>
          <Box
            component={Link}
            to="/organizations"
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1.25,
              color: 'inherit',
              textDecoration: 'none',
            }}
          >
            <Mark size={28} />
            <Typography component="span" sx={{ fontWeight: 680 }}>
              Gatehouse
            </Typography>
          </Box>
          <Box sx={{ flex: 1 }} />
          <OwnMenu />
        </Box>
      </AppBar>
      <Box component="main" id="main" tabIndex={-1} sx={{ outline: 'none' }}>
        {children}
      </Box>
    </>
  );
}
