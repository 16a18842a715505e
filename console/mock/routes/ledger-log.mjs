// What the ledger's log hands out: a checkpoint and keys that belong together.
import { readFileSync } from 'node:fs';
import { Answer } from '../answers.mjs';

const samples = new URL('../../src/verify/samples/', import.meta.url);
const read = (name) => readFileSync(new URL(name, samples), 'utf8');
const text = (body) => new Answer(200, body, 'text/plain');
const log = '/api/organizations/{organization}/ledger/log';

export const routes = [
  [
    'GET',
    `${log}/checkpoint`,
    () => text(JSON.parse(read('whole.jsonl').trimEnd().split('\n').at(-1)).checkpoint),
  ],
  ['GET', `${log}/keys`, () => text(read('keys.txt'))],
];
