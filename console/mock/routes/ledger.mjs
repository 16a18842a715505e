import { Answer, page, refuse } from '../answers.mjs';
import { id, minutesAgo, person } from '../data.mjs';

const hash = (number) =>
  Array.from({ length: 32 }, (_, index) =>
    ((number * 31 + index * 97) % 256).toString(16).padStart(2, '0'),
  ).join('');
const samples = [
  {
    action: 'rule.update',
    type: 'rule',
    name: 'Firefox (org.mozilla.firefox)',
    before: {
      policy: 'BLOCKLIST',
      scope: 'Organization',
      customMessage: 'Ask IT first',
      expiresAt: null,
      comment: 'until reviewed',
    },
    after: {
      policy: 'ALLOWLIST',
      scope: 'Organization',
      customMessage: null,
      expiresAt: null,
      comment: 'until reviewed',
    },
    reason: 'Reviewed by security',
  },
  {
    action: 'request.approve',
    type: 'request',
    name: '#1042 Figma',
    before: { state: 'IN_REVIEW' },
    after: { state: 'APPROVED', rule: { type: 'SIGNINGID', identifier: 'T8RA8NE3B7:com.figma.Desktop' } },
    reason: 'Design needs it',
  },
  {
    action: 'person.change-roles',
    type: 'person',
    name: 'Mara Lind',
    before: { roles: ['AUDITOR'] },
    after: { roles: ['AUDITOR', 'SECURITY_ADMIN'] },
    reason: null,
  },
  {
    action: 'enrolment.rotate',
    type: 'enrolment',
    name: 'Design team, Berlin',
    before: null,
    after: { hint: '…7fQa', retireOthersAfter: 'P7D' },
    reason: null,
  },
  {
    action: 'device.assign-owner',
    type: 'device',
    name: 'MBP-JWEBER',
    before: { owner: null },
    after: { owner: { $commitment: '5f2a9c0d7be14c33a8f1' } },
    reason: null,
  },
  {
    action: 'tag.delete',
    type: 'tag',
    name: 'Trial',
    before: { name: 'Trial', color: '#b45309' },
    after: null,
    reason: 'Trial is over',
  },
];
const entries = Array.from({ length: 140 }, (_, number) => {
  const sample = samples[number % samples.length];
  const index = 4212 - number;
  return {
    id: id('ent', index),
    recordedAt: minutesAgo(number * 37 + 3),
    actor:
      number % 5 === 3
        ? { type: 'SYSTEM', id: null, displayName: 'Gatehouse' }
        : { type: 'PERSON', ...person },
    action: sample.action,
    object: { type: sample.type, id: id(sample.type, number % 6), name: sample.name },
    reason: sample.reason,
    before: sample.before,
    after: sample.after,
    correlationId: id('cor', index),
    leafHash: hash(index),
  };
});
/** Of people's entries one value was erased. */
const erasedOf = (entry) =>
  entry.object.type === 'person'
    ? [
        {
          path: '/object/name',
          subject: entry.object.id,
          order: id('ent', 4212),
          at: minutesAgo(600),
          by: { type: 'PERSON', ...person },
        },
      ]
    : [];
const base = '/api/organizations/{organization}/ledger';

export const routes = [
  [
    'GET',
    `${base}/entries`,
    ({ query, empty }) =>
      page(
        entries.filter(
          (entry) =>
            !empty &&
            (!query.action || entry.action === query.action) &&
            (!query.objectType || entry.object.type === query.objectType) &&
            (!query.text || JSON.stringify(entry).toLowerCase().includes(query.text.toLowerCase())),
        ),
        query,
      ),
  ],
  ['GET', `${base}/entries/export/check`, () => new Answer(204)],
  [
    'GET',
    `${base}/entries/export`,
    ({ query }) =>
      new Answer(
        200,
        query.format === 'csv' ? 'index,action\n' : '[]',
        query.format === 'csv' ? 'text/csv' : 'text/plain',
      ),
  ],
  [
    'GET',
    `${base}/entries/{id}`,
    ({ params }) => {
      const entry = entries.find((candidate) => candidate.id === params.id);
      return entry
        ? { ...entry, canonical: JSON.stringify(entry), erased: erasedOf(entry) }
        : refuse(404, `The ledger has no such entry.`);
    },
  ],
  ['GET', `${base}/watch`, () => ({ checkedAt: minutesAgo(1), wholeCheckedAt: minutesAgo(320), alarms: [] })],
  [
    'GET',
    `${base}/timestamp`,
    () => ({
      offered: true,
      newest: { size: entries.length, authority: 'CN=Example Time-Stamp Authority', at: minutesAgo(20) },
      failure: null,
    }),
  ],
  ['POST', `${base}/alarms/acknowledge`, () => new Answer(204, '')],
  ['GET', `${base}/actions`, () => [...new Set(samples.map(({ action }) => action))].sort()],
];
