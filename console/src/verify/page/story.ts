import type { ConsistencyProof } from '../consistency';
import type { Order } from '../forgotten';
import type { Kept } from '../kept';
import type { ProvenEntry } from '../proof';
import type { Timestamp } from '../timestamp';
import type { Report } from '../verify-export';

/** What was found, in plain words. */
export interface Story {
  verdict: 'proven' | 'consistent' | 'refused' | 'unreadable';
  title: string;
  lines: string[];
  toKeep?: Kept | null;
}

const titles = {
  proven: 'Proven by a key that you brought',
  consistent: 'It holds in itself, but you brought no key: anybody could have made it',
  refused: 'Refused: something was changed, or is missing',
  unreadable: 'It cannot be read, or is no export',
};

export function tellExport(report: Report, kept: Kept | null): Story {
  const { verdict, checkpoint, toKeep } = report;
  if (verdict === 'refused') {
    const lines = report.refusals.map(({ line, index, what }) => `${placeOf(line, index)}${what}`);
    const more = report.refusalCount - lines.length;
    return { verdict, title: titles.refused, lines: more > 0 ? [...lines, `and ${more} more`] : lines };
  }
  return {
    verdict,
    title: titles[verdict],
    toKeep,
    lines: [
      `Log: ${checkpoint?.origin ?? ''}`,
      `${report.entries} entries checked, ${report.whole ? 'all' : 'a selection'} of the ${checkpoint?.size ?? 0} in the log.`,
      'Each entry has the bytes that were sealed, at the place that it had.',
      ...(toKeep?.time ? [`Sealed at ${new Date(toKeep.time).toISOString()}.`] : []),
      ...report.timestamps.map(tellTimestamp),
      ...(kept
        ? [`It goes on from the ${kept.checkpoint.size} entries that you kept: none of them was changed.`]
        : []),
      ...(report.withheld > 0 ? [`${report.withheld} personal or secret values were withheld.`] : []),
      ...[...report.erased].map(([order, count]) => `${count} values were erased ${byWhom(order)}`),
      ...[...report.dropped].map(([order, count]) => `${count} entries were dropped ${byWhom(order)}`),
    ],
  };
}

function tellTimestamp({ at, authority, known }: Timestamp): string {
  return known
    ? `Time-stamped at ${at} by ${authority}.`
    : `Time stamp of ${at}: its signature holds, its authority is not known to you. It calls itself ${authority}.`;
}

export function tellProof({ index, entry, checkpoint, sealedAt }: ProvenEntry): Story {
  return {
    verdict: 'proven',
    title: titles.proven,
    lines: [
      `Entry ${index} of ${checkpoint.origin}, which had ${checkpoint.size} entries then.`,
      `Sealed at ${sealedAt}.`,
      entry,
    ],
  };
}

export function tellConsistency({ oldSize, checkpoint }: ConsistencyProof, toKeep: Kept | null): Story {
  const verdict = toKeep ? 'proven' : 'consistent';
  return {
    verdict,
    title: toKeep
      ? titles.proven
      : 'It goes on from what you kept, but is signed by a key that you did not bring',
    toKeep,
    lines: [
      `Log: ${checkpoint.origin}`,
      `Its ${checkpoint.size} entries go on from the ${oldSize} that you kept: none of them was changed.`,
      ...(toKeep
        ? []
        : [
            'If the log changed its key, bring the new one, or verify an export of now with the checkpoint that you kept.',
          ]),
    ],
  };
}

/** Of a proof that does not hold. */
export function tellRefusal(error: unknown): Story {
  return { verdict: 'refused', title: titles.refused, lines: [messageOf(error)] };
}

/** Of what could not be checked. */
export function tellUnreadable(error: unknown, kind: string | null): Story {
  return {
    verdict: 'unreadable',
    title: titles.unreadable,
    lines: [messageOf(error), ...(kind ? [kind] : [])],
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function placeOf(line: number, index: number | null): string {
  if (index !== null) {
    return line > 0 ? `Entry ${index} (line ${line}): ` : `Entry ${index}: `;
  }
  return line > 0 ? `Line ${line}: ` : '';
}

function byWhom({ index, actor, at, reason }: Order): string {
  return `by entry ${index}, ordered by ${actor ?? 'the server'} at ${at}${reason ? `: ${reason}` : ''}`;
}
