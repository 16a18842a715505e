import { type Entry, timeOf } from './entry';
import { exactly, integer, integerAt, itemsAt, objectAt, textAt, textOrNull, textsAt } from './fields';
import type { Findings } from './findings';

/** Who ordered something, when and why. */
export interface Order {
  index: number;
  actor: string | null;
  object: string | null;
  at: string;
  reason: string | null;
}
interface Drop {
  order: Order;
  month: string;
  ranges: [number, number][];
}
interface Hold {
  index: number;
  id: string | null;
  subjects: string[];
  from: number;
  to: number;
}

/** Erasures, drops and holds: what lines say is gone, and what entries ordered. */
export class Forgotten {
  readonly rotations: { index: number; keys: string[] }[] = [];
  private readonly erasures = new Map<number, Order>();
  private readonly drops = new Map<number, Drop>();
  private readonly holds: Hold[] = [];
  private readonly releases: { index: number; id: string | null }[] = [];
  private readonly erased: { entry: Entry; line: number; subject: string; order: number }[] = [];
  private readonly dropped: { index: number; line: number; order: number }[] = [];

  /** Takes an entry; most order nothing. */
  take(entry: Entry): void {
    const after = () => objectAt(entry.fields, 'after');
    switch (entry.action) {
      case 'ledger.erase':
        this.erasures.set(entry.index, orderOf(entry));
        break;
      case 'ledger.drop':
        exactly(after(), 'class', 'count', 'month', 'ranges');
        this.drops.set(entry.index, dropOf(entry));
        break;
      case 'ledger.key-rotate':
        this.rotations.push({ index: entry.index, keys: textsAt(after(), 'keys') });
        break;
      case 'ledger.hold':
        exactly(after(), 'confirmedBy', 'from', 'reviewAt', 'subjects', 'to');
        this.holds.push(holdOf(entry));
        break;
      case 'ledger.hold-release':
        this.releases.push({ index: entry.index, id: entry.objectId });
    }
  }

  /** Whether an order of that index was taken. */
  has(index: number): boolean {
    return this.erasures.has(index) || this.drops.has(index);
  }

  claimErased(entry: Entry, line: number, subject: string, order: number): void {
    this.erased.push({ entry, line, subject, order });
  }

  claimDropped(index: number, line: number, order: number): void {
    this.dropped.push({ index, line, order });
  }

  /** Compares what is gone with the orders, and with the holds where all of them are to be seen. */
  settle(
    findings: Findings,
    judgeHolds: boolean,
  ): { erased: Map<Order, number>; dropped: Map<Order, number> } {
    const counts = { erased: new Map<Order, number>(), dropped: new Map<Order, number>() };
    for (const { entry, line, subject, order } of this.erased) {
      const found = order > entry.index ? this.erasures.get(order) : undefined;
      if (!found || found.object !== subject) {
        findings.refuse(
          `it has erased values of ${subject}, and entry ${order} does not order it`,
          line,
          entry.index,
        );
      } else if (judgeHolds && this.isHeld(order, (hold) => covers(hold, subject, entry.time))) {
        findings.refuse(`values of ${subject} were erased under a hold`, line, entry.index);
      } else {
        counts.erased.set(found, (counts.erased.get(found) ?? 0) + 1);
      }
    }
    for (const { index, line, order } of this.dropped) {
      const drop = this.drops.get(order);
      if (!drop?.ranges.some(([first, last]) => first <= index && index <= last)) {
        findings.refuse(`it is dropped, and entry ${order} does not order it`, line, index);
      } else if (judgeHolds && this.isHeld(order, (hold) => coversMonth(hold, drop.month))) {
        findings.refuse('it was dropped under a hold', line, index);
      } else {
        counts.dropped.set(drop.order, (counts.dropped.get(drop.order) ?? 0) + 1);
      }
    }
    return counts;
  }

  private isHeld(order: number, covers: (hold: Hold) => boolean): boolean {
    return this.holds.some(
      (hold) =>
        hold.index <= order &&
        covers(hold) &&
        !this.releases.some(({ index, id }) => id === hold.id && index > hold.index && index <= order),
    );
  }
}

function orderOf(entry: Entry): Order {
  return {
    index: entry.index,
    actor: entry.actor,
    object: entry.objectId,
    at: entry.recordedAt,
    reason: entry.reason,
  };
}

function dropOf(entry: Entry): Drop {
  const after = objectAt(entry.fields, 'after');
  const month = textAt(after, 'month');
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    throw new Error(`"${month}" is no month`);
  }
  const ranges = itemsAt(after, 'ranges').map((range): [number, number] => {
    const [first, last] = range.kind === 'array' && range.items.length === 2 ? range.items : [];
    if (!first || !last) {
      throw new Error('"ranges" must be a list of [first,last]');
    }
    return [integer(first, 'ranges'), integer(last, 'ranges')];
  });
  let before = -1;
  for (const [first, last] of ranges) {
    if (first <= before || last < first || last >= entry.index) {
      throw new Error('"ranges" must rise, and end before the entry that has them');
    }
    before = last;
  }
  if (ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0) !== integerAt(after, 'count')) {
    throw new Error('"count" is not how many entries "ranges" has');
  }
  return { order: orderOf(entry), month, ranges };
}

function holdOf(entry: Entry): Hold {
  const after = objectAt(entry.fields, 'after');
  const bound = (name: string, open: number) => {
    const text = textOrNull(after, name);
    return text === null ? open : timeOf(text);
  };
  return {
    index: entry.index,
    id: entry.objectId,
    subjects: textsAt(after, 'subjects'),
    from: bound('from', -Infinity),
    to: bound('to', Infinity),
  };
}

function covers(hold: Hold, subject: string, time: number): boolean {
  return (
    (hold.subjects.length === 0 || hold.subjects.includes(subject)) && hold.from <= time && time < hold.to
  );
}

function coversMonth(hold: Hold, month: string): boolean {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return (
    hold.subjects.length === 0 &&
    hold.from < Date.UTC(year, number, 1) &&
    hold.to > Date.UTC(year, number - 1, 1)
  );
}
