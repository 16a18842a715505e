/** Leaves an address to the browser's downloads: an answer that is no file fails there, and the page stays. */
export function openDownload(address: string, name = ''): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
