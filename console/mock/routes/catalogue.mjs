import { Answer, page } from '../answers.mjs';
import { id, minutesAgo } from '../data.mjs';
import { devices } from '../fleet.mjs';

const base = '/api/organizations/{organization}/catalogue';
const entry = (number, name, publisher, reason, identifier, other = {}) => ({
  id: id('ent', number),
  version: 1,
  name,
  publisher,
  reason,
  ruleType: 'SIGNINGID',
  identifier,
  policy: 'ALLOWLIST',
  days: null,
  teams: [],
  changedAt: minutesAgo(9_000 * number),
  changedBy: 'Ines Varga',
  macs: 40 - number * 9,
  ...other,
});
export const entries = [
  entry(
    1,
    'Firefox',
    'Mozilla',
    'The second browser: for testing and for private accounts.',
    '43AQ936H96:org.mozilla.firefox',
  ),
  entry(
    2,
    'Homebrew Go',
    '',
    'Compiler for the platform teams. Renew it when you change teams.',
    'platform:org.golang.go',
    {
      policy: 'ALLOWLIST_COMPILER',
      days: 90,
      teams: [id('tea', 1)],
    },
  ),
  entry(
    3,
    'Zoom',
    'Zoom Video Communications',
    'Meetings with customers who do not use Teams.',
    'BJ4HAAB9B3:us.zoom.xos',
  ),
];
const taken = (number) =>
  number === 1 ? [{ deviceId: devices[0].id, requestId: id('req', 3), at: minutesAgo(4_000) }] : [];
const offers = entries.map((each, index) => ({ ...each, taken: taken(index + 1) }));
const named = (rows, text) =>
  rows.filter(({ name, publisher }) =>
    `${name} ${publisher}`.toLowerCase().includes((text ?? '').toLowerCase()),
  );

export const routes = [
  ['GET', base, ({ query, empty }) => page(empty ? [] : named(offers, query.text), query)],
  [
    'GET',
    `${base}/suggestions`,
    ({ empty }) => (empty ? [] : [{ offer: offers[2], likeness: 'SAME_SIGNER' }]),
  ],
  ['POST', `${base}/{entry}/take`, () => ({ requests: [id('req', 3)] })],
  ['POST', `${base}/{entry}/give-back`, () => undefined],
  ['GET', `${base}/entries`, ({ query, empty }) => page(empty ? [] : named(entries, query.text), query)],
  ['POST', `${base}/entries`, ({ body }) => new Answer(201, { ...entries[0], ...body, id: id('ent', 9) })],
  ['PUT', `${base}/entries/{entry}`, ({ body }) => ({ ...entries[0], ...body })],
  ['DELETE', `${base}/entries/{entry}`, () => undefined],
];
