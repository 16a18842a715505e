import { exactly, integerAt, need, objectAt, textAt, textOrNull } from './fields';
import { isCanonical, type Json, type JsonObject } from './json';

const longest = 65_535;

/** An entry of the book. */
export interface Entry {
  index: number;
  fields: JsonObject;
  organization: string;
  recordedAt: string;
  time: number;
  action: string;
  actor: string | null;
  objectId: string | null;
  reason: string | null;
  commitments: Map<string, Commitment>;
}

/** What stands in place of a value. */
export interface Commitment {
  hash: string;
  /** Who may have the value erased. */
  subject: string | null;
  /** Where it stands in the line. */
  start: number;
  end: number;
}

/** Reads an entry from the line in which it stands. */
export function readEntry(index: number, line: string, json: JsonObject, bytes: number): Entry {
  if (bytes > longest) {
    throw new Error(`it is longer than ${longest} bytes`);
  }
  if (!isCanonical(line, json)) {
    throw new Error('its bytes are not canonical JSON');
  }
  exactly(
    json,
    'action',
    'actor',
    'after',
    'before',
    'correlationId',
    'id',
    'object',
    'organization',
    'reason',
    'recordedAt',
    'version',
  );
  const actor = exactly(objectAt(json, 'actor'), 'id', 'name', 'type');
  const object = exactly(objectAt(json, 'object'), 'id', 'name', 'type');
  const version = integerAt(json, 'version');
  if (version !== 1 && version !== 2) {
    throw new Error(`it has version ${version}, which needs a newer verifier`);
  }
  const recordedAt = textAt(json, 'recordedAt');
  return {
    index,
    fields: json,
    organization: textAt(json, 'organization'),
    recordedAt,
    time: timeOf(recordedAt),
    action: textAt(json, 'action'),
    actor: textOrNull(actor, 'id'),
    objectId: textOrNull(object, 'id'),
    reason: textOrNull(json, 'reason'),
    commitments: commitmentsOf(json, version === 1, {
      actor: textOrNull(actor, 'id'),
      object: textAt(object, 'type') === 'person' ? textOrNull(object, 'id') : textOrNull(actor, 'id'),
    }),
  };
}

/** Milliseconds. */
export function timeOf(text: string): number {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/.test(text) ? Date.parse(text) : NaN;
  if (!(time > 0)) {
    throw new Error(`"${text}" is no time`);
  }
  return time;
}

interface Implied {
  actor: string | null;
  object: string | null;
}

function commitmentsOf(entry: JsonObject, first: boolean, implied: Implied): Map<string, Commitment> {
  const found = new Map<string, Commitment>();
  const at = (pointer: string, value: Json): void => {
    if (value.kind === 'array') {
      value.items.forEach((item, place) => at(`${pointer}/${place}`, item));
    } else if (value.kind === 'object' && value.fields.has('$commitment')) {
      exactly(value, '$commitment', ...(first ? [] : ['subject']));
      const subject = pointer === '/actor/name' ? implied.actor : implied.object;
      found.set(pointer, {
        hash: textAt(value, '$commitment'),
        subject: first ? subject : textOrNull(value, 'subject'),
        start: value.start,
        end: value.end,
      });
    } else if (value.kind === 'object') {
      value.fields.forEach((field, name) =>
        at(`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, field),
      );
    }
  };
  at('/actor/name', need(objectAt(entry, 'actor'), 'name'));
  at('/after', need(entry, 'after'));
  at('/before', need(entry, 'before'));
  at('/object/name', need(objectAt(entry, 'object'), 'name'));
  return found;
}
