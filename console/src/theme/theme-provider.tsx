import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { useMemo, type ReactNode } from 'react';
import { defaultAccent } from './contrast';
import { createGatehouseTheme } from './theme';

// The server writes a fresh nonce into the page, so that styles need no 'unsafe-inline'.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const cache = createCache({ key: 'gh', nonce, prepend: true });

export function GatehouseTheme({ accent, children }: { accent?: string; children: ReactNode }) {
  const theme = useMemo(() => createGatehouseTheme(accent ?? defaultAccent), [accent]);
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode="system">
        <CssBaseline enableColorScheme />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
