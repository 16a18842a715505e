import useMediaQuery from '@mui/material/useMediaQuery';
import { useNavigate, useSearch } from '@tanstack/react-router';

export interface OpenRow {
  /** The row whose detail is shown. */
  key: string | undefined;
  show: (key: string) => void;
  /** The next row, or the one before; nothing past the ends. */
  step: (by: 1 | -1) => void;
  close: () => void;
}

/** Narrower than this, a list and a detail do not fit beside each other. */
const wide = '(min-width: 1280px)';

export function useWide(): boolean {
  return useMediaQuery(wide, { noSsr: true });
}

/** Which row is open beside the list: kept in the address, so that it survives a reload and Back closes it. */
export function useOpenRow(keys: string[]): OpenRow {
  const { open } = useSearch({ strict: false }) as { open?: string };
  const navigate = useNavigate();
  const go = (key: string | undefined, replace: boolean) =>
    void navigate({
      to: '.',
      search: ((previous: object) => ({
        ...previous,
        open: key,
        ...(key ? {} : { tab: undefined }),
      })) as never,
      replace,
      resetScroll: false,
    });
  const close = () => {
    go(undefined, true);
    if (open) {
      document.getElementById(rowId(open))?.focus();
    }
  };
  const show = (key: string) => go(key, open !== undefined);
  const step = (by: 1 | -1) => {
    const next = keys[keys.indexOf(open ?? '') + by];
    if (next !== undefined) {
      show(next);
      document.getElementById(rowId(next))?.scrollIntoView({ block: 'nearest' });
    }
  };
  return { key: open, show, step, close };
}

/** Of the link that names a row, which takes the focus back. */
export function rowId(key: string): string {
  return `row-${key}`;
}
