import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { useEffect, useRef, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell, HeldCell, Matrix } from '@/api/types';
import { RelativeTime } from '@/patterns/time';
import { VisuallyHidden } from '@/patterns/visually-hidden';
import { keyOf } from './engagements-api';
import { LevelMark } from '@/patterns/level-mark';
import type { Selection } from './use-selection';

interface MatrixGridProps {
  part: Matrix;
  held: ReadonlyMap<string, HeldCell>;
  selection: Selection;
  mayChange: boolean;
  onEdit: (cells: Cell[]) => void;
  onEnd: (cells: Cell[]) => void;
  onPerson: (person: { id: string; displayName: string }) => void;
}

const dragged = 'application/x-gatehouse-person';
const moves: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** People by customers. One cell is in the order of the tab key; arrows reach all others. */
export function MatrixGrid({ part, held, selection, mayChange, onEdit, onEnd, onPerson }: MatrixGridProps) {
  const { t } = useTranslation('engagements');
  const grid = useRef<HTMLTableElement>(null);
  const keyboard = useRef(false);
  const { row, column } = selection.active;
  useEffect(() => {
    if (keyboard.current) {
      keyboard.current = false;
      grid.current?.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`)?.focus();
    }
  }, [row, column]);
  const chosen = () => (selection.cells.length > 0 ? selection.cells : [placed(part, row, column)]);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (move) {
      keyboard.current = true;
      selection.go({ row: row + move[0], column: column + move[1] }, event.shiftKey);
    } else if (event.key === 'Escape') {
      selection.clear();
    } else if (mayChange && (event.key === 'Enter' || event.key === ' ')) {
      onEdit(chosen());
    } else if (mayChange && event.key === 'Delete') {
      onEnd(chosen());
    } else {
      return;
    }
    event.preventDefault();
  };
  const drop = (customerId: string) =>
    mayChange && {
      onDragOver: (event: DragEvent) => event.dataTransfer.types.includes(dragged) && event.preventDefault(),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        onEdit([{ personId: event.dataTransfer.getData(dragged), customerId }]);
      },
    };
  return (
    <Paper variant="outlined" sx={{ overflow: 'auto', maxHeight: 'calc(100dvh - 280px)', minHeight: 240 }}>
      <Box
        component="table"
        ref={grid}
        role="grid"
        aria-label={t('assignments.title')}
        aria-multiselectable
        sx={{ borderCollapse: 'separate', borderSpacing: 0, fontSize: '0.8125rem', userSelect: 'none' }}
      >
        <thead>
          <tr>
            <Box component="td" sx={{ ...corner, left: 0, zIndex: 3 }} />
            {part.customers.items.map(({ id, name, engagements }) => (
              <Box component="th" scope="col" key={id} sx={{ ...corner, minWidth: 128 }} {...drop(id)}>
                <span>{name}</span>
                <Box component="span" sx={{ ...quiet, display: 'block' }}>
                  {t('assignments.columnCount', { count: engagements })}
                </Box>
              </Box>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {part.people.items.map(({ person, suspended, engagements }, r) => (
            <tr key={person.id}>
              <Box
                component="th"
                scope="row"
                draggable={mayChange}
                onDragStart={(event: DragEvent) => event.dataTransfer.setData(dragged, person.id)}
                sx={{
                  ...corner,
                  top: 'auto',
                  left: 0,
                  zIndex: 1,
                  minWidth: 180,
                  cursor: mayChange ? 'grab' : 'auto',
                }}
              >
                <Box component="button" type="button" onClick={() => onPerson(person)} sx={plainButton}>
                  {person.displayName}
                </Box>
                <Box component="span" sx={{ ...quiet, display: 'block' }}>
                  {suspended ? t('assignments.suspended') : t('assignments.rowCount', { count: engagements })}
                </Box>
              </Box>
              {part.customers.items.map(({ id, name }, c) => {
                const cell = { personId: person.id, customerId: id };
                const here = held.get(keyOf(cell));
                return (
                  <Box
                    component="td"
                    role="gridcell"
                    key={id}
                    data-place={`${r} ${c}`}
                    tabIndex={r === row && c === column ? 0 : -1}
                    aria-selected={selection.has(cell)}
                    onMouseDown={(event) => selection.go({ row: r, column: c }, event.shiftKey)}
                    onMouseEnter={(event) => event.buttons === 1 && selection.go({ row: r, column: c }, true)}
                    onDoubleClick={() => mayChange && onEdit([cell])}
                    {...drop(id)}
                    sx={cellStyle}
                  >
                    <VisuallyHidden>
                      {t('assignments.cell', { person: person.displayName, customer: name })}
                      {!here && t('assignments.none')}
                    </VisuallyHidden>
                    {here && (
                      <>
                        <LevelMark level={here.level} />
                        <Box component="span" sx={{ ...quiet, display: 'block', mt: 0.25 }}>
                          <RelativeTime at={here.expiresAt} absent={t('openEnded')} />
                        </Box>
                      </>
                    )}
                  </Box>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Box>
    </Paper>
  );
}

function placed(part: Matrix, row: number, column: number): Cell {
  return {
    personId: part.people.items[row]?.person.id ?? '',
    customerId: part.customers.items[column]?.id ?? '',
  };
}

const corner = {
  position: 'sticky',
  top: 0,
  zIndex: 2,
  bgcolor: 'sunken',
  textAlign: 'left',
  fontWeight: 560,
  px: 1.25,
  py: 0.75,
  borderBottom: 1,
  borderRight: 1,
  borderColor: 'divider',
  maxWidth: 200,
  overflowWrap: 'anywhere',
} as const;

const quiet = { color: 'text.secondary', fontSize: '0.75rem', fontWeight: 400 } as const;

const plainButton = {
  font: 'inherit',
  color: 'inherit',
  bgcolor: 'transparent',
  border: 0,
  p: 0,
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { textDecoration: 'underline' },
} as const;

const cellStyle = {
  // Words for the ear are placed in the cell, not in the page.
  position: 'relative',
  height: 52,
  px: 1,
  borderBottom: 1,
  borderRight: 1,
  borderColor: 'divider',
  cursor: 'cell',
  '&[aria-selected=true]': { bgcolor: 'action.selected' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
} as const;
