import { useState } from 'react';
import type { Cell } from '@/api/types';
import { cellOf, keyOf } from './engagements-api';

export interface Place {
  row: number;
  column: number;
}

export interface Selection {
  active: Place;
  cells: Cell[];
  has: (cell: Cell) => boolean;
  /** Selects one place alone, or all between the last one and it. */
  go: (place: Place, extend: boolean) => void;
  clear: () => void;
}

/** Which cells are selected, as a rectangle that grows from where it began. */
export function useSelection(people: string[], customers: string[]): Selection {
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place>({ row: 0, column: 0 });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const go = ({ row, column }: Place, extend: boolean) => {
    const to = { row: clamp(row, people.length), column: clamp(column, customers.length) };
    const from = extend ? anchor : to;
    setActive(to);
    setAnchor(from);
    setSelected(
      new Set(
        between(from.row, to.row).flatMap((r) =>
          between(from.column, to.column).map((c) =>
            keyOf({ personId: people[r] ?? '', customerId: customers[c] ?? '' }),
          ),
        ),
      ),
    );
  };
  const inView = [...selected]
    .map(cellOf)
    .filter(({ personId, customerId }) => people.includes(personId) && customers.includes(customerId));
  return {
    active: { row: clamp(active.row, people.length), column: clamp(active.column, customers.length) },
    cells: inView,
    has: (cell) => selected.has(keyOf(cell)),
    go,
    clear: () => setSelected(new Set()),
  };
}

const clamp = (index: number, length: number) => Math.max(0, Math.min(index, length - 1));

function between(one: number, other: number): number[] {
  const first = Math.min(one, other);
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, step) => first + step);
}
