import { openDownload } from '@/api/open-download';

/** Hands a file to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  openDownload(address, name);
  URL.revokeObjectURL(address);
}
