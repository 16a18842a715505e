export interface Change {
  path: string;
  kind: 'added' | 'removed' | 'changed' | 'equal';
  before?: unknown;
  after?: unknown;
}

/** Compares two objects by meaning: one line per leaf, lists as wholes, the order of keys without effect. */
export function differencesOf(before: unknown, after: unknown): Change[] {
  const old = leavesOf(before);
  const young = leavesOf(after);
  const paths = [...new Set([...old.keys(), ...young.keys()])];
  return paths.map((path) => {
    if (!young.has(path)) {
      return { path, kind: 'removed', before: old.get(path) };
    }
    if (!old.has(path)) {
      return { path, kind: 'added', after: young.get(path) };
    }
    const pair = { before: old.get(path), after: young.get(path) };
    return { path, kind: canonical(pair.before) === canonical(pair.after) ? 'equal' : 'changed', ...pair };
  });
}

function leavesOf(value: unknown, path = '', leaves = new Map<string, unknown>()): Map<string, unknown> {
  if (isObject(value)) {
    Object.entries(value).forEach(([key, child]) => leavesOf(child, path ? `${path}.${key}` : key, leaves));
  } else if (path) {
    leaves.set(path, value);
  }
  return leaves;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, child: unknown) =>
    isObject(child) ? Object.fromEntries(Object.entries(child).sort(([a], [b]) => (a < b ? -1 : 1))) : child,
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length > 0 &&
    fingerprintOf(value) === undefined
  );
}

/** The salted hash that stands for a secret or personal value, if the value is one. */
export function fingerprintOf(value: unknown): string | undefined {
  const hash = (value as { $commitment?: unknown } | null)?.$commitment;
  return typeof hash === 'string' ? hash : undefined;
}
