import { refuse } from '../answers.mjs';
import { id, minutesAgo, person } from '../data.mjs';

const base = '/api/organizations/{organization}/ledger';
const day = 24 * 60;
const colleague = id('per', 2);

const hold = (number, more) => ({
  id: id('hol', number),
  state: 'IN_FORCE',
  reason: 'Dispute 2026/17 with a former supplier',
  subjects: [],
  from: null,
  to: null,
  reviewAt: minutesAgo(-80 * day),
  requestedBy: person.id,
  requestedAt: minutesAgo(12 * day),
  confirmedBy: colleague,
  confirmedAt: minutesAgo(11 * day),
  release: null,
  ...more,
});
const holds = [
  hold(1, {
    state: 'REQUESTED',
    reason: 'Inquiry 48 of the works council',
    subjects: [colleague],
    confirmedBy: null,
    confirmedAt: null,
    requestedBy: colleague,
  }),
  hold(2, { from: minutesAgo(400 * day), to: minutesAgo(100 * day) }),
  hold(3, {
    state: 'RELEASE_REQUESTED',
    reason: 'Audit of the year 2025',
    release: {
      reason: 'The audit is over',
      requestedBy: person.id,
      requestedAt: minutesAgo(day),
      confirmedBy: null,
      confirmedAt: null,
    },
  }),
];

const kept = (name, months, shortestMonths, entries) => ({
  name,
  months,
  shortestMonths,
  entries,
  oldest: minutesAgo(700 * day),
  nextDrop: months ? minutesAgo(-20 * day) : null,
});

export const routes = [
  ['GET', `${base}/holds`, ({ empty }) => (empty ? [] : holds)],
  [
    'GET',
    `${base}/holds/{id}`,
    ({ params }) => holds.find((each) => each.id === params.id) ?? refuse(404, 'There is no such hold'),
  ],
  ['POST', `${base}/holds`, ({ body }) => hold(9, { ...body, state: 'REQUESTED', confirmedBy: null })],
  ['POST', `${base}/holds/{id}/confirm`, () => hold(1, {})],
  [
    'GET',
    `${base}/retention`,
    () => [
      kept('ACCESS', 24, 6, 184_212),
      kept('DECISION', null, 12, 9_120),
      kept('CONFIGURATION', null, 12, 20_417),
      kept('PEOPLE', 60, 12, 3_308),
      kept('BOOK', null, null, 41),
    ],
  ],
  ['PUT', `${base}/retention/{name}`, ({ params, body }) => kept(params.name, body.months, 6, 10)],
  ['GET', `${base}/erasures`, () => []],
  [
    'GET',
    `${base}/erasures/preview`,
    ({ query }) => ({
      subject: query.subject,
      subjectType: 'person',
      values: 31,
      entries: 17,
      remaining: 22,
      holds: [{ id: holds[1].id, reason: holds[1].reason, reviewAt: holds[1].reviewAt }],
    }),
  ],
  [
    'POST',
    `${base}/erasures`,
    ({ body }) => ({
      id: id('era', 1),
      subject: body.subject,
      subjectType: 'person',
      reason: body.reason,
      state: body.afterHolds ? 'WAITING' : 'DONE',
      orderedBy: person.id,
      orderedAt: minutesAgo(0),
      closedAt: null,
    }),
  ],
];
