import { createTheme, type Theme } from '@mui/material/styles';
import { readableOn, textOn } from './contrast';

export const monospace = '"JetBrains Mono Variable", ui-monospace, "SF Mono", Menlo, monospace';

/** The five tones of a status; every chip, chart and banner takes its colours from here. */
export type Tone = 'good' | 'warning' | 'bad' | 'info' | 'neutral';
type ToneColours = Record<Tone, { text: string; soft: string; strong: string }>;

const lightTones: ToneColours = {
  good: { text: '#14613a', soft: '#e0f3e8', strong: '#1f8a55' },
  warning: { text: '#7a4b00', soft: '#fdf0d3', strong: '#c27c0e' },
  bad: { text: '#a11f1a', soft: '#fde6e4', strong: '#d0342c' },
  info: { text: '#1b5592', soft: '#e2eefa', strong: '#2f7cc8' },
  neutral: { text: '#4a5160', soft: '#eceef2', strong: '#79818f' },
};
const darkTones: ToneColours = {
  good: { text: '#7fdcab', soft: '#12301f', strong: '#3aa873' },
  warning: { text: '#f2c46d', soft: '#34270c', strong: '#d2962b' },
  bad: { text: '#ff9d95', soft: '#3c1816', strong: '#e2554c' },
  info: { text: '#93c5f8', soft: '#12283f', strong: '#4a94dc' },
  neutral: { text: '#b3bac6', soft: '#262b34', strong: '#848d9b' },
};

declare module '@mui/material/styles' {
  interface Palette {
    tones: ToneColours;
    sunken: string;
  }
  interface PaletteOptions {
    tones: ToneColours;
    sunken: string;
  }
}

const lightPaper = '#ffffff';
const darkPaper = '#171a20';

/** One theme for everything; the accent is the organization's, moved until it can be read. */
export function createGatehouseTheme(accent: string): Theme {
  return createTheme({
    cssVariables: { colorSchemeSelector: 'data-color-scheme', cssVarPrefix: 'gh' },
    colorSchemes: {
      light: {
        palette: {
          primary: accentOn(lightPaper, accent),
          error: { main: '#c22a22' },
          success: { main: '#1f7a4c' },
          warning: { main: '#8f5a00' },
          info: { main: '#1f66ad' },
          background: { default: '#f6f7f9', paper: lightPaper },
          text: { primary: '#171a21', secondary: '#545c6a' },
          divider: '#e3e6eb',
          tones: lightTones,
          sunken: '#f1f3f6',
        },
      },
      dark: {
        palette: {
          primary: accentOn(darkPaper, accent),
          error: { main: '#ff8a80' },
          success: { main: '#6fd3a0' },
          warning: { main: '#f0bd5f' },
          info: { main: '#86bdf5' },
          background: { default: '#0f1115', paper: darkPaper },
          text: { primary: '#e8eaef', secondary: '#a5adba' },
          divider: '#2a2f38',
          tones: darkTones,
          sunken: '#12151a',
        },
      },
    },
    shape: { borderRadius: 8 },
    spacing: 8,
    typography: {
      fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif',
      fontSize: 14,
      h1: { fontSize: '1.5rem', lineHeight: 1.3, fontWeight: 650, letterSpacing: '-0.018em' },
      h2: { fontSize: '1.0625rem', lineHeight: 1.4, fontWeight: 620, letterSpacing: '-0.01em' },
      h3: { fontSize: '0.9375rem', lineHeight: 1.4, fontWeight: 620 },
      body1: { fontSize: '0.9375rem', lineHeight: 1.5 },
      body2: { fontSize: '0.84375rem', lineHeight: 1.5 },
      h6: { fontSize: '1.125rem', fontWeight: 620, letterSpacing: '-0.01em' },
      subtitle2: { fontWeight: 600 },
      button: { textTransform: 'none', fontWeight: 560 },
      overline: { fontSize: '0.6875rem', fontWeight: 620, letterSpacing: '0.06em', lineHeight: 1.6 },
    },
    components: components(),
  });
}

/** Colours as CSS variables, so that a scheme switches without drawing anew. */
function colour(theme: unknown): Theme['palette'] {
  return (theme as { vars: Theme }).vars.palette;
}

function accentOn(paper: string, accent: string) {
  const main = readableOn(paper, accent);
  return { main, contrastText: textOn(main) };
}

function components(): Theme['components'] {
  return {
    MuiCssBaseline: {
      styleOverrides: {
        body: {
          // An identifier is shown letter by letter: no ligatures.
          fontVariantLigatures: 'no-contextual',
          scrollbarGutter: 'stable',
        },
        'code, kbd, pre': { fontFamily: monospace, fontSize: '0.925em' },
        time: { fontVariantNumeric: 'tabular-nums' },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            transitionDuration: '0.01ms !important',
          },
        },
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: {
        root: ({ theme }) => ({
          '&.Mui-focusVisible': {
            outline: `2px solid ${colour(theme).primary.main}`,
            outlineOffset: 2,
          },
        }),
      },
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: ({ theme, ownerState }) => ({
          minHeight: ownerState.size === 'small' ? 30 : 36,
          ...(ownerState.variant === 'outlined' &&
            ownerState.color === 'inherit' && { borderColor: colour(theme).divider }),
        }),
      },
    },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: {
      defaultProps: { variant: 'outlined' },
      styleOverrides: { root: { borderRadius: 10 } },
    },
    MuiTableCell: {
      styleOverrides: {
        root: ({ theme }) => ({
          padding: '9px 12px',
          fontVariantNumeric: 'tabular-nums',
          borderBottomColor: colour(theme).divider,
        }),
        head: ({ theme }) => ({
          color: colour(theme).text.secondary,
          fontSize: '0.75rem',
          fontWeight: 580,
          whiteSpace: 'nowrap',
        }),
      },
    },
    MuiTooltip: {
      defaultProps: { arrow: true, enterDelay: 350 },
      styleOverrides: { tooltip: { fontSize: '0.75rem', fontWeight: 480 } },
    },
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiTextField: { defaultProps: { size: 'small' } },
    MuiTab: { styleOverrides: { root: { minHeight: 42, padding: '8px 14px' } } },
    MuiTabs: { styleOverrides: { root: { minHeight: 42 } } },
    MuiDialog: { styleOverrides: { paper: { borderRadius: 12 } } },
    MuiMenu: { defaultProps: { slotProps: { paper: { variant: 'outlined', elevation: 8 } } } },
  };
}
