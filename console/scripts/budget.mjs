// Fails when the script that a browser must load before the first page exceeds the budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budgetInBytes = 350 * 1000;
const folder = new URL('../target/classes/static/console/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('../target/manifest.json', import.meta.url), 'utf8'));
const entry = 'index.html';

const pages = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry);
const first = staticallyLoadedBy([entry]);
const heaviest = pages
  .map((page) => ({ page, size: sizeOf(staticallyLoadedBy([entry, page])) }))
  .sort((left, right) => right.size - left.size)[0];

console.log(`script of the first load: ${kilobytes(sizeOf(first))} of ${kilobytes(budgetInBytes)} gzipped`);
if (heaviest) {
  console.log(`heaviest page with it: ${heaviest.page} ${kilobytes(heaviest.size)}`);
}
if (sizeOf(first) > budgetInBytes) {
  console.error('The first load is over its budget: move something into a page of its own.');
  process.exit(1);
}

function staticallyLoadedBy(keys, seen = new Set()) {
  for (const key of keys) {
    if (!seen.has(key)) {
      seen.add(key);
      staticallyLoadedBy(manifest[key].imports ?? [], seen);
    }
  }
  return seen;
}

function sizeOf(keys) {
  const files = new Set([...keys].map((key) => manifest[key].file).filter((file) => file.endsWith('.js')));
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, folder))).length, 0);
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
