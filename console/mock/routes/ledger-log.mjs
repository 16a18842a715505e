// What the ledger's log hands out: a checkpoint and keys that belong together.
import { readFileSync } from 'node:fs';
import { Answer } from '../answers.mjs';

const samples = new URL('../../src/verify/samples/', import.meta.url);
const read = (name) => readFileSync(new URL(name, samples), 'utf8');
const text = (body) => new Answer(200, body, 'text/plain');
const log = '/api/organizations/{organization}/ledger/log';

let wanted = false;
const letters = '/api/organizations/{organization}/ledger/checkpoint-letters';
const want = (next) => () => {
  wanted = next;
  return new Answer(204);
};

export const routes = [
  ['GET', letters, () => ({ offered: true, wanted })],
  ['PUT', letters, want(true)],
  ['DELETE', letters, want(false)],
  [
    'GET',
    `${log}/checkpoint`,
    () => text(JSON.parse(read('whole.jsonl').trimEnd().split('\n').at(-1)).checkpoint),
  ],
  ['GET', `${log}/keys`, () => text(read('keys.txt'))],
];
