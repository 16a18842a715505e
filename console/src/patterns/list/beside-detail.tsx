import Box from '@mui/material/Box';
import type { ComponentType, KeyboardEvent, ReactNode } from 'react';
import type { LinkTarget } from '../router-link';
import { isTyping } from '../shortcuts';
import { ListDrawer } from './list-drawer';
import type { OpenRow } from './use-open-row';

interface BesideDetailProps {
  row: OpenRow;
  keys: string[];
  page: (key: string) => LinkTarget;
  detail: ComponentType<{ id: string }>;
  children: ReactNode;
}

/** A list, and beside it the detail of the row that is open. */
export function BesideDetail({ row, keys, page, detail: Detail, children }: BesideDetailProps) {
  return (
    <Box
      onKeyDown={(event) => row.key && moveThroughRows(event, row)}
      sx={{ display: 'flex', alignItems: 'flex-start' }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      {row.key && (
        <ListDrawer
          row={row}
          page={page(row.key)}
          first={keys.indexOf(row.key) <= 0}
          last={keys.at(-1) === row.key}
        >
          <Detail id={row.key} />
        </ListDrawer>
      )}
    </Box>
  );
}

function moveThroughRows(event: KeyboardEvent<HTMLElement>, row: OpenRow) {
  const target = event.target as HTMLElement;
  // What happens in a menu or dialog bubbles here through React, but not through the page.
  const foreign = !event.currentTarget.contains(target);
  const chooses = target.matches('input') && event.key !== 'Escape';
  if (foreign || chooses || event.defaultPrevented || isTyping(target)) {
    return;
  }
  const acts: Record<string, () => void> = {
    ArrowDown: () => row.step(1),
    ArrowUp: () => row.step(-1),
    Escape: row.close,
  };
  const act = acts[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
}
