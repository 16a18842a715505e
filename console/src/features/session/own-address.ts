/** Only paths of the console itself are returned to: the address bar is not to be trusted. */
export function ownAddress(path: string | undefined): string {
  const inside = path?.startsWith('/console/') ?? false;
  return inside && path && !path.includes('//') && !path.includes('\\') ? path : '/console/';
}
