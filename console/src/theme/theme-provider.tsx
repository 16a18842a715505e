import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { createContext, use, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { defaultAccent } from './contrast';
import { createGatehouseTheme } from './theme';

// The server writes a fresh nonce into the page, so that styles need no 'unsafe-inline'.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const cache = createCache({ key: 'gh', nonce, prepend: true });

const AccentContext = createContext<(accent: string) => void>(() => undefined);

export function GatehouseTheme({ children }: { children: ReactNode }) {
  const [accent, setAccent] = useState(defaultAccent);
  const theme = useMemo(() => createGatehouseTheme(accent), [accent]);
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode="system">
        <CssBaseline enableColorScheme />
        <AccentContext value={setAccent}>{children}</AccentContext>
      </ThemeProvider>
    </CacheProvider>
  );
}

/** Colours everything in an organization's accent while the component is shown. */
export function useAccent(accent: string): void {
  const setAccent = use(AccentContext);
  useLayoutEffect(() => {
    setAccent(accent);
    return () => setAccent(defaultAccent);
  }, [accent, setAccent]);
}
