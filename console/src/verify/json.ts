/** A value of JSON and where in the text it stands. */
export type Json = Place &
  (
    | { kind: 'object'; fields: Map<string, Json> }
    | { kind: 'array'; items: Json[] }
    | { kind: 'text'; text: string }
    | { kind: 'number'; number: number }
    | { kind: 'word'; word: 'true' | 'false' | 'null' }
  );
export type JsonObject = Extract<Json, { kind: 'object' }>;

interface Place {
  start: number;
  end: number;
}

const deepest = 100;
// JSON itself forbids control characters in texts.
const token =
  // eslint-disable-next-line no-control-regex
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{}:,]/y;

/** Reads JSON without white space, in which no name stands twice. */
export function readJson(text: string): Json {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

/** Whether the value is written as RFC 8785 writes it. */
export function isCanonical(text: string, value: Json): boolean {
  return written(value) === text.slice(value.start, value.end);
}

function written(value: Json): string {
  switch (value.kind) {
    case 'object':
      return `{${[...value.fields.keys()]
        .sort(byUnit)
        .map((name) => `${JSON.stringify(name)}:${written(value.fields.get(name) as Json)}`)
        .join(',')}}`;
    case 'array':
      return `[${value.items.map(written).join(',')}]`;
    case 'text':
      return JSON.stringify(value.text);
    case 'number':
      return JSON.stringify(value.number);
    case 'word':
      return value.word;
  }
}

const byUnit = (left: string, right: string) => (left < right ? -1 : Number(left > right));

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  value(depth: number): Json {
    if (depth > deepest) {
      throw new Error(`more than ${deepest} levels`);
    }
    const start = this.at;
    const next = this.take();
    if (next === '{') {
      return { kind: 'object', start, fields: this.fields(depth), end: this.at };
    }
    if (next === '[') {
      return { kind: 'array', start, items: this.items(depth), end: this.at };
    }
    const place = { start, end: this.at };
    if (next.startsWith('"')) {
      return { kind: 'text', text: JSON.parse(next) as string, ...place };
    }
    if (next === 'true' || next === 'false' || next === 'null') {
      return { kind: 'word', word: next, ...place };
    }
    if (!/^[-\d]/.test(next)) {
      throw new Error(`unexpected ${next} at character ${start + 1}`);
    }
    return { kind: 'number', number: Number(next), ...place };
  }

  end(): void {
    if (this.at !== this.text.length) {
      throw new Error(`more follows at character ${this.at + 1}`);
    }
  }

  private fields(depth: number): Map<string, Json> {
    const fields = new Map<string, Json>();
    if (this.skip('}')) {
      return fields;
    }
    do {
      const name = this.take();
      if (!name.startsWith('"') || !this.skip(':')) {
        throw new Error(`a name is missing at character ${this.at + 1}`);
      }
      const plain = JSON.parse(name) as string;
      if (fields.has(plain)) {
        throw new Error(`${name} stands twice`);
      }
      fields.set(plain, this.value(depth + 1));
    } while (this.skip(','));
    this.close('}');
    return fields;
  }

  private items(depth: number): Json[] {
    const items: Json[] = [];
    if (this.skip(']')) {
      return items;
    }
    do {
      items.push(this.value(depth + 1));
    } while (this.skip(','));
    this.close(']');
    return items;
  }

  private close(end: string): void {
    if (!this.skip(end)) {
      throw new Error(`${end} is missing at character ${this.at + 1}`);
    }
  }

  private skip(character: string): boolean {
    const there = this.text[this.at] === character;
    this.at += Number(there);
    return there;
  }

  private take(): string {
    token.lastIndex = this.at;
    const found = token.exec(this.text)?.[0];
    if (found === undefined) {
      throw new Error(`no JSON at character ${this.at + 1}`);
    }
    this.at += found.length;
    return found;
  }
}
