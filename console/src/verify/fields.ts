import { fromBase64, type Bytes } from './bytes';
import type { Json, JsonObject } from './json';

/** An object with exactly these names. */
export function exactly(value: JsonObject, ...names: string[]): JsonObject {
  const unknown = [...value.fields.keys()].find((name) => !names.includes(name));
  const missing = names.find((name) => !value.fields.has(name));
  if (unknown !== undefined || missing !== undefined) {
    throw new Error(unknown === undefined ? `"${missing}" is missing` : `"${unknown}" does not belong there`);
  }
  return value;
}

export function need(value: JsonObject, name: string): Json {
  const found = value.fields.get(name);
  if (!found) {
    throw new Error(`"${name}" is missing`);
  }
  return found;
}

export function object(value: Json, name: string): JsonObject {
  if (value.kind !== 'object') {
    throw new Error(`"${name}" must be an object`);
  }
  return value;
}

export function objectAt(value: JsonObject, name: string): JsonObject {
  return object(need(value, name), name);
}

export function textAt(value: JsonObject, name: string): string {
  const found = need(value, name);
  if (found.kind !== 'text') {
    throw new Error(`"${name}" must be a text`);
  }
  return found.text;
}

export function textOrNull(value: JsonObject, name: string): string | null {
  return isNull(need(value, name)) ? null : textAt(value, name);
}

export function isNull(value: Json): boolean {
  return value.kind === 'word' && value.word === 'null';
}

export function itemsAt(value: JsonObject, name: string): Json[] {
  const found = need(value, name);
  if (found.kind !== 'array') {
    throw new Error(`"${name}" must be a list`);
  }
  return found.items;
}

export function textsAt(value: JsonObject, name: string): string[] {
  return itemsAt(value, name).map((item) => {
    if (item.kind !== 'text') {
      throw new Error(`"${name}" must be a list of texts`);
    }
    return item.text;
  });
}

/** A whole number that JSON carries exactly. */
export function integer(value: Json, name: string): number {
  if (value.kind !== 'number' || !Number.isSafeInteger(value.number) || value.number < 0) {
    throw new Error(`"${name}" must be a whole number`);
  }
  if (value.end - value.start !== String(value.number).length) {
    throw new Error(`"${name}" must be written with digits only`);
  }
  return value.number;
}

export function integerAt(value: JsonObject, name: string): number {
  return integer(need(value, name), name);
}

export function hashesAt(value: JsonObject, name: string): Bytes[] {
  return textsAt(value, name).map(hash);
}

export function hash(base64: string): Bytes {
  const bytes = fromBase64(base64);
  if (bytes.length !== 32) {
    throw new Error('a hash must have 32 bytes');
  }
  return bytes;
}
