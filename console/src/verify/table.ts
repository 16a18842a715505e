import { toHex, type Bytes } from './bytes';
import type { Entry } from './entry';
import { need, objectAt, textAt, textOrNull } from './fields';
import type { Findings } from './findings';
import type { Json, JsonObject } from './json';
import { Unreadable } from './unreadable';

const columns = [
  'index',
  'recorded_at',
  'actor_type',
  'actor_id',
  'actor',
  'action',
  'object_type',
  'object_id',
  'object',
  'reason',
  'before',
  'after',
  'correlation_id',
  'id',
  'leaf_hash',
];

/** What the line beside a row says; nothing but its place and hash are left of an entry that was dropped. */
export interface Line {
  index: number;
  leaf: Bytes;
  content: { text: string; entry: Entry; values: JsonObject } | null;
}

/** Compares the table for people with the lines that are proven, row by row. */
export class TableCheck {
  private row = 0;
  private isBroken = false;

  constructor(private readonly rows: AsyncIterator<string[]>) {}

  async header(findings: Findings): Promise<void> {
    const names = await this.next(findings);
    if (!this.isBroken && names?.join() !== columns.join()) {
      this.refuse(findings, `the first row must be ${columns.join()}`);
    }
  }

  /** @param line null for one that is refused anyway */
  async line(line: Line | null, findings: Findings): Promise<void> {
    if (this.isBroken) {
      return;
    }
    const cells = await this.next(findings);
    if (!cells && !this.isBroken) {
      this.refuse(findings, `row ${this.row} is missing`);
    }
    const expected = line && cells ? cellsOf(line) : null;
    const differing = expected ? columns.findIndex((_, at) => cells?.[at] !== expected[at]) : -1;
    if (line && (differing >= 0 || (expected && cells?.length !== columns.length))) {
      findings.refuse(
        `ledger.csv: row ${this.row} does not say in column ${columns[differing] ?? 'after the last'} what the entry says`,
        0,
        line.index,
      );
    }
  }

  async end(findings: Findings): Promise<void> {
    if (!this.isBroken && (await this.next(findings))) {
      this.refuse(findings, `row ${this.row} is one too many`);
    }
  }

  private async next(findings: Findings): Promise<string[] | null> {
    this.row++;
    try {
      const { done, value } = await this.rows.next();
      return done ? null : value;
    } catch (error) {
      if (error instanceof Unreadable) {
        throw error;
      }
      this.refuse(findings, `row ${this.row}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  private refuse(findings: Findings, what: string): void {
    findings.refuse(`ledger.csv: ${what}`);
    this.isBroken = true;
  }
}

function cellsOf({ index, leaf, content }: Line): string[] {
  const hash = toHex(leaf);
  if (!content) {
    return columns.map((column) =>
      column === 'index'
        ? String(index)
        : column === 'action'
          ? '(dropped)'
          : column === 'leaf_hash'
            ? hash
            : '',
    );
  }
  const { entry } = content;
  const [actor, object] = [objectAt(entry.fields, 'actor'), objectAt(entry.fields, 'object')];
  return [
    String(index),
    entry.recordedAt,
    textOrNull(actor, 'type'),
    entry.actor,
    told(content, '/actor/name', need(actor, 'name')),
    entry.action,
    textOrNull(object, 'type'),
    entry.objectId,
    told(content, '/object/name', need(object, 'name')),
    entry.reason,
    told(content, '/before', need(entry.fields, 'before')),
    told(content, '/after', need(entry.fields, 'after')),
    textOrNull(entry.fields, 'correlationId'),
    textAt(entry.fields, 'id'),
    hash,
  ].map(harmless);
}

/** A text as it is, everything else as canonical JSON, each commitment in it replaced by what it commits to. */
function told(
  { text, entry, values }: NonNullable<Line['content']>,
  pointer: string,
  value: Json,
): string | null {
  if (value.kind === 'word' && value.word === 'null') {
    return null;
  }
  const isName = pointer.endsWith('/name');
  const own = entry.commitments.has(pointer) ? objectAt(values, pointer) : null;
  if (isName && own) {
    const name = own.fields.get('value');
    return name
      ? told({ text, entry: { ...entry, commitments: new Map() }, values }, pointer, name)
      : gone(own);
  }
  if (isName && value.kind === 'text') {
    return value.text;
  }
  let json = '';
  let copied = value.start;
  for (const [at, { start, end }] of entry.commitments) {
    if (at === pointer || at.startsWith(`${pointer}/`)) {
      json += text.slice(copied, start) + replacement(text, objectAt(values, at));
      copied = end;
    }
  }
  return json + text.slice(copied, value.end);
}

function replacement(text: string, value: JsonObject): string {
  const present = value.fields.get('value');
  return present ? text.slice(present.start, present.end) : `"${gone(value)}"`;
}

function gone(value: JsonObject): string {
  return value.fields.has('erased') ? '(erased)' : '(withheld)';
}

/** What a spreadsheet would take for a formula has an apostrophe before it. */
function harmless(text: string | null): string {
  return text && '=+-@\t\r'.includes(text.charAt(0)) ? `'${text}` : (text ?? '');
}
