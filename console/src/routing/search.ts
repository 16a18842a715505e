/** Plain query strings: what a person reads in the address is what a filter says. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([key, value]) => [key, String(value)]);
  const text = new URLSearchParams(given).toString();
  return text && `?${text}`;
}

/** A validator that keeps the named parameters and drops every other one. */
export function searchOf<Name extends string>(...names: Name[]) {
  return (search: Record<string, unknown>): Partial<Record<Name, string>> =>
    Object.fromEntries(
      names.flatMap((name) =>
        search[name] === undefined || search[name] === '' ? [] : [[name, String(search[name])]],
      ),
    ) as Partial<Record<Name, string>>;
}

/** What every list keeps in the address besides its own filters: the row that is open beside it, too. */
export function listSearchOf<Name extends string>(...filters: Name[]) {
  return searchOf<Name | 'text' | 'sort' | 'columns' | 'open' | 'tab'>(
    'text',
    'sort',
    'columns',
    'open',
    'tab',
    ...filters,
  );
}
