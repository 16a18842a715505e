import { equal, fromBase64, sha256, toBase64Url, utf8, type Bytes } from './bytes';
import { readEntry, type Entry } from './entry';
import {
  exactly,
  hash,
  hashesAt,
  integerAt,
  itemsAt,
  need,
  object,
  objectAt,
  textAt,
  textsAt,
} from './fields';
import { Findings, type Refusal } from './findings';
import { Forgotten, type Order } from './forgotten';
import { readHeader, type Header } from './header';
import { isCanonical, readJson, type JsonObject } from './json';
import { type Kept } from './kept';
import { Growing, included, leafHash } from './merkle';
import { readCheckpoint, type Checkpoint } from './note';
import { mustBeWitnessed } from './policy';
import { checkSeals, type Demands } from './seal';
import type { TableCheck } from './table';
import { checkTimestamps, type Timestamp } from './timestamp';
import { Unreadable } from './unreadable';

const hour = 3_600_000;
const fiveMinutes = 300_000;

/** What was found. */
export interface Report {
  verdict: 'proven' | 'consistent' | 'refused';
  refusals: Refusal[];
  refusalCount: number;
  checkpoint: Checkpoint | null;
  whole: boolean;
  entries: number;
  withheld: number;
  timestamps: Timestamp[];
  erased: Map<Order, number>;
  dropped: Map<Order, number>;
  /** To be kept for the next visit; null unless proven. */
  toKeep: Kept | null;
}

/**
 * Verifies an export, line by line; memory holds what is gone and no entry.
 *
 * @param table the rows beside the lines, where there are any
 * @throws Unreadable if it is no export
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  demands: Demands,
  table?: TableCheck,
): Promise<Report> {
  const verifier = new ExportVerifier(demands, table);
  let reading = 1;
  try {
    for await (const line of lines) {
      await verifier.take(line);
      reading = verifier.line + 1;
    }
    reading = verifier.line;
    await verifier.finish();
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    if (error instanceof Unreadable || !verifier.isExport()) {
      throw new Unreadable(what);
    }
    verifier.findings.refuse(what, reading);
  }
  return verifier.report();
}

class ExportVerifier {
  readonly findings = new Findings();
  line = 0;
  private header: Header | null = null;
  private checkpoint: Checkpoint | null = null;
  private trailer: { json: JsonObject; text: string } | null = null;
  private readonly growing = new Growing();
  private readonly forgotten = new Forgotten();
  private readonly proven: { line: number; index: number; leaf: Bytes; path: Bytes[] }[] = [];
  private keptRoot: Bytes | null = null;
  private next = 0;
  private entries = 0;
  private withheldCount = 0;
  private latest = -Infinity;
  private gone = { erased: new Map<Order, number>(), dropped: new Map<Order, number>() };
  private toKeep: Kept | null = null;
  private timestamps: Timestamp[] = [];

  constructor(
    private readonly demands: Demands,
    private readonly table?: TableCheck,
  ) {}

  /** Whether the first line is an export's. */
  isExport(): boolean {
    return this.header !== null;
  }

  async take(text: string): Promise<void> {
    this.line++;
    const json = object(readJson(text), 'line');
    if (!this.header) {
      this.header = readHeader(json);
      await this.table?.header(this.findings);
    } else if (this.trailer) {
      throw new Error('more follows after the last line');
    } else if (json.fields.has('checkpoint')) {
      this.trailer = { json, text };
    } else {
      await this.takeLine(text, json, !this.header.whole);
      this.entries++;
    }
  }

  private async takeLine(text: string, json: JsonObject, proven: boolean): Promise<void> {
    const dropped = json.fields.has('dropped');
    exactly(
      json,
      'index',
      'leaf',
      ...(dropped ? ['dropped'] : ['entry', 'values']),
      ...(proven ? ['proof'] : []),
    );
    const index = integerAt(json, 'index');
    const leaf = hash(textAt(json, 'leaf'));
    this.position(index);
    await this.place(index, leaf, proven ? hashesAt(json, 'proof') : null);
    if (dropped) {
      this.forgotten.claimDropped(index, this.line, integerAt(json, 'dropped'));
      await this.table?.line({ index, leaf, content: null }, this.findings);
      return;
    }
    let entry: Entry | null = null;
    await this.findings.attempt(
      async () => {
        entry = await this.takeEntry(index, leaf, text, json, true);
      },
      this.line,
      index,
    );
    await this.table?.line(
      entry && { index, leaf, content: { text, entry, values: objectAt(json, 'values') } },
      this.findings,
    );
  }

  private position(index: number): void {
    const { size = 0, whole = false } = this.header ?? {};
    if (index >= size) {
      this.findings.refuse(`the log has ${size} entries only`, this.line, index);
    } else if (index < this.next) {
      this.findings.refuse('it stands twice, or out of order', this.line, index);
    } else if (whole && index > this.next) {
      this.findings.refuse('entries before it are missing', this.line, index);
    }
    this.next = index + 1;
  }

  private async place(index: number, leaf: Bytes, path: Bytes[] | null): Promise<void> {
    if (path) {
      this.proven.push({ line: this.line, index, leaf, path });
      return;
    }
    await this.growing.append(leaf);
    if (this.growing.size() === this.demands.kept?.checkpoint.size) {
      this.keptRoot = await this.growing.root();
    }
  }

  private async takeEntry(
    index: number,
    leaf: Bytes,
    text: string,
    json: JsonObject,
    inOrder: boolean,
  ): Promise<Entry> {
    const place = objectAt(json, 'entry');
    const bytes = utf8(text.slice(place.start, place.end));
    if (!equal(await leafHash(bytes), leaf)) {
      throw new Error('its bytes were changed: they do not have the leaf hash that the line says');
    }
    const entry = readEntry(index, text, place, bytes.length);
    if (entry.organization !== this.header?.organization) {
      throw new Error(`it is of organization ${entry.organization}`);
    }
    await this.checkValues(entry, text, objectAt(json, 'values'));
    this.checkTime(entry, inOrder);
    this.forgotten.take(entry);
    return entry;
  }

  private async checkValues(entry: Entry, text: string, values: JsonObject): Promise<void> {
    exactly(values, ...entry.commitments.keys());
    for (const [pointer, { hash: committed, subject }] of entry.commitments) {
      const value = objectAt(values, pointer);
      if (value.fields.has('erased')) {
        exactly(value, 'erased');
        if (subject === null) {
          throw new Error(`the value ${pointer} is nobody's, so nobody can have had it erased`);
        }
        this.forgotten.claimErased(entry, this.line, subject, integerAt(value, 'erased'));
      } else if (value.fields.has('withheld')) {
        this.checkWithheld(exactly(value, 'withheld'), pointer);
      } else {
        await this.checkTold(exactly(value, 'salt', 'value'), pointer, text, committed);
      }
    }
  }

  private checkWithheld(value: JsonObject, pointer: string): void {
    const said = need(value, 'withheld');
    if (!this.header?.withheld || said.kind !== 'word' || said.word !== 'true') {
      throw new Error(`the value ${pointer} is withheld, the first line says that none is`);
    }
    this.withheldCount++;
  }

  private async checkTold(
    value: JsonObject,
    pointer: string,
    text: string,
    committed: string,
  ): Promise<void> {
    const salt = fromBase64(textAt(value, 'salt'));
    const told = need(value, 'value');
    const hashed = await sha256(salt, utf8(text.slice(told.start, told.end)));
    if (this.header?.withheld) {
      throw new Error(`the value ${pointer} is told, the first line says that all are withheld`);
    }
    if (salt.length !== 16 || !isCanonical(text, told) || toBase64Url(hashed) !== committed) {
      throw new Error(`the value ${pointer} is not the one that the entry commits to`);
    }
  }

  private checkTime(entry: Entry, inOrder: boolean): void {
    const kept = this.demands.kept;
    const unseen = kept?.time && entry.index >= kept.checkpoint.size ? kept.time : -Infinity;
    if ((inOrder && entry.time < this.latest - hour) || entry.time < unseen - hour) {
      throw new Error(`it is back-dated: recorded at ${entry.recordedAt}`);
    }
    this.latest = Math.max(this.latest, entry.time);
  }

  async finish(): Promise<void> {
    if (!this.header || !this.trailer) {
      throw new Error('the last line, with the checkpoint, is missing: the file was cut off');
    }
    await this.table?.end(this.findings);
    const { json, text } = this.trailer;
    exactly(json, 'checkpoint', 'keys', 'tombstones', 'timestamps', 'handovers', 'consistency');
    const checkpoint = readCheckpoint(textAt(json, 'checkpoint'));
    this.checkpoint = checkpoint;
    const { anchors = [] } = this.demands;
    this.timestamps = await checkTimestamps(textsAt(json, 'timestamps'), checkpoint, anchors, this.findings);
    if (checkpoint.origin !== this.header.origin || checkpoint.size !== this.header.size) {
      throw new Error('the checkpoint is not the one that the first line tells of');
    }
    for (const item of itemsAt(json, 'tombstones')) {
      await this.takeTombstone(text, object(item, 'tombstones'));
    }
    await this.compareRoots(checkpoint);
    this.gone = this.forgotten.settle(this.findings, this.header.whole);
    const rotations = this.forgotten.rotations.toSorted((left, right) => left.index - right.index);
    this.toKeep = await checkSeals(json, checkpoint, this.demands, rotations, this.keptRoot, this.findings);
    await this.findings.attempt(() => mustBeWitnessed(checkpoint, this.demands.policy));
    if (this.toKeep?.time && this.latest > this.toKeep.time + fiveMinutes) {
      this.findings.refuse('an entry is recorded after the time of the checkpoint');
    }
  }

  private async takeTombstone(text: string, json: JsonObject): Promise<void> {
    exactly(json, 'index', 'leaf', 'entry', 'values', 'proof');
    const index = integerAt(json, 'index');
    const leaf = hash(textAt(json, 'leaf'));
    if (this.header?.whole || this.forgotten.has(index)) {
      throw new Error(`entry ${index} stands twice`);
    }
    this.proven.push({ line: this.line, index, leaf, path: hashesAt(json, 'proof') });
    await this.findings.attempt(
      async () => void (await this.takeEntry(index, leaf, text, json, false)),
      this.line,
      index,
    );
  }

  private async compareRoots({ size, root }: Checkpoint): Promise<void> {
    if (this.header?.whole && (this.entries !== size || !equal(await this.growing.root(), root))) {
      this.findings.refuse('the entries do not give the root of the checkpoint');
    }
    for (const { line, index, leaf, path } of this.proven) {
      if (!(await included(index, leaf, size, root, path))) {
        this.findings.refuse('its proof does not lead to the root of the checkpoint', line, index);
      }
    }
  }

  report(): Report {
    const refused = this.findings.count > 0;
    return {
      verdict: refused ? 'refused' : this.toKeep ? 'proven' : 'consistent',
      refusals: this.findings.refusals,
      refusalCount: this.findings.count,
      checkpoint: this.checkpoint,
      whole: this.header?.whole ?? false,
      entries: this.entries,
      withheld: this.withheldCount,
      timestamps: this.timestamps,
      ...this.gone,
      toKeep: refused ? null : this.toKeep,
    };
  }
}
