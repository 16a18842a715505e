import './page.css';
import { rowsOf } from '../csv';
import { keptText, readKept } from '../kept';
import { linesOf } from '../lines';
import { loadMlDsa } from '../note';
import { mustBeWitnessed, readTrust, type Trust } from '../policy';
import { verifyProof } from '../proof';
import { TableCheck } from '../table';
import { loadPki, readAnchors } from '../timestamp';
import { verifyExport } from '../verify-export';
import { isGzip, isZip, openZip } from '../zip';
import { tellExport, tellProblem, tellProof, type Story } from './story';

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
    draw(tellProblem(error));
  } finally {
    button.disabled = false;
  }
}

async function check(chosen: File): Promise<Story> {
  if (!globalThis.isSecureContext) {
    throw new Error('The browser computes hashes on pages from https or from this machine only.');
  }
  const { keys, policy } = await brought();
  if ((await chosen.slice(0, 15).text()) === 'c2sp.org/tlog-p') {
    const proven = await verifyProof(await chosen.text(), keys);
    await mustBeWitnessed(proven.checkpoint, policy);
    return tellProof(proven);
  }
  const earlier = byId<HTMLInputElement>('kept').files?.[0];
  const kept = earlier ? await readKept(await earlier.text(), keys) : null;
  const authority = byId<HTMLInputElement>('authority').files?.[0];
  const anchors = authority ? await readAnchors(await authority.text()) : [];
  const demands = { keys, kept, policy, anchors };
  if (await isGzip(chosen)) {
    throw new Error('The file is packed by gzip: unpack it first.');
  }
  if (await isZip(chosen)) {
    const { lines, table } = await openZip(chosen);
    const rows = new TableCheck(rowsOf(table));
    return tellExport(await verifyExport(linesOf(lines), demands, rows), kept);
  }
  return tellExport(await verifyExport(linesOf(chosen.stream()), demands), kept);
}

function brought(): Promise<Trust> {
  return readTrust(byId<HTMLTextAreaElement>('keys').value);
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
