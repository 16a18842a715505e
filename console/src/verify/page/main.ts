import './page.css';
import { isConsistencyProof, readConsistency, verifyConsistency } from '../consistency';
import { rowsOf } from '../csv';
import { fileKind } from '../file-kind';
import { keptText, readKept } from '../kept';
import { linesOf } from '../lines';
import { loadMlDsa } from '../note';
import { mustBeWitnessed, readTrust } from '../policy';
import { readProof, verifyProof } from '../proof';
import type { Demands } from '../seal';
import { TableCheck } from '../table';
import { loadPki, readAnchors } from '../timestamp';
import { verifyExport } from '../verify-export';
import { isGzip, isZip, openZip } from '../zip';
import { tellConsistency, tellExport, tellProof, tellRefusal, tellUnreadable, type Story } from './story';

/** More than a checkpoint's first lines, or an export's first. */
const longestStart = 4096;

const byId = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;
const form = byId<HTMLFormElement>('form');
const file = byId<HTMLInputElement>('file');
const drop = byId<HTMLLabelElement>('drop');
const result = byId('result');
const button = byId<HTMLButtonElement>('verify');

// Before anything is chosen: after that nothing may leave the browser, not even for a script.
void Promise.all([loadMlDsa(), loadPki()]).then(
  () => (button.disabled = false),
  () => result.replaceChildren('This page did not come whole: load it again.'),
);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const chosen = file.files?.[0];
  if (chosen) {
    void show(chosen);
  }
});
drop.addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.classList.add('over');
});
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  if (event.dataTransfer?.files.length) {
    file.files = event.dataTransfer.files;
  }
});

async function show(chosen: File): Promise<void> {
  button.disabled = true;
  result.replaceChildren('Checking…');
  try {
    draw(await check(chosen));
  } catch (error) {
    draw(tellUnreadable(error, fileKind(await chosen.slice(0, longestStart).text())));
  } finally {
    button.disabled = false;
  }
}

async function check(chosen: File): Promise<Story> {
  if (!globalThis.isSecureContext) {
    throw new Error('The browser computes hashes on pages from https or from this machine only.');
  }
  const demands = await brought();
  const start = await chosen.slice(0, longestStart).text();
  if (start.startsWith('c2sp.org/tlog-proof@')) {
    return checkProof(await chosen.text(), demands);
  }
  if (isConsistencyProof(start)) {
    return checkConsistency(await chosen.text(), demands);
  }
  if (await isGzip(chosen)) {
    throw new Error('The file is packed by gzip: unpack it first.');
  }
  if (await isZip(chosen)) {
    const { lines, table } = await openZip(chosen);
    const rows = new TableCheck(rowsOf(table));
    return tellExport(await verifyExport(linesOf(lines), demands, rows), demands.kept);
  }
  return tellExport(await verifyExport(linesOf(chosen.stream()), demands), demands.kept);
}

async function checkProof(text: string, { keys, policy }: Demands): Promise<Story> {
  const proof = readProof(text);
  try {
    const proven = await verifyProof(proof, keys);
    await mustBeWitnessed(proven.checkpoint, policy);
    return tellProof(proven);
  } catch (error) {
    return tellRefusal(error);
  }
}

async function checkConsistency(text: string, { keys, kept, policy }: Demands): Promise<Story> {
  const proof = readConsistency(text);
  if (!kept) {
    throw new Error('This proof is about the checkpoint that you kept: choose that, too.');
  }
  try {
    const toKeep = await verifyConsistency(proof, kept, keys);
    await mustBeWitnessed(proof.checkpoint, policy);
    return tellConsistency(proof, toKeep);
  } catch (error) {
    return tellRefusal(error);
  }
}

async function brought(): Promise<Demands> {
  const { keys, policy } = await readTrust(byId<HTMLTextAreaElement>('keys').value);
  const earlier = byId<HTMLInputElement>('kept').files?.[0];
  const authority = byId<HTMLInputElement>('authority').files?.[0];
  return {
    keys,
    policy,
    kept: earlier ? await readKept(await earlier.text(), keys) : null,
    anchors: authority ? await readAnchors(await authority.text()) : [],
  };
}

function draw({ verdict, title, lines, toKeep }: Story): void {
  const heading = document.createElement('h2');
  heading.className = verdict;
  heading.textContent = title;
  const list = document.createElement('ul');
  list.append(
    ...lines.map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
  result.replaceChildren(heading, list);
  if (toKeep) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([keptText(toKeep)], { type: 'text/plain' }));
    link.download = 'kept.txt';
    link.textContent = 'Download the checkpoint to keep for your next visit';
    result.append(link);
  }
}
