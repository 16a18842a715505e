/** 12 345 with thin spaces. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat('en')
    .formatToParts(value)
    .map(({ type, value: part }) => (type === 'group' ? '\u202f' : part))
    .join('');
}

/** A number, or a dash where nobody told it: what is not known is no zero. */
export function formatKnown(value: number | null): string {
  return value === null ? '—' : formatNumber(value);
}

/** 1.4 kB, 3.2 MB. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** power;
  return `${power === 0 ? amount : amount.toFixed(amount < 10 ? 1 : 0)}\u202f${units[power]}`;
}
