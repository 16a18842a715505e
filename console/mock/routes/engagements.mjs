import { organizations, id, minutesAgo, person } from '../data.mjs';
import { page } from '../answers.mjs';

const soon = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString();
const levels = ['READ_ONLY', 'FULL', 'EMERGENCY'];
const people = ['Ines Varga', 'Tomasz Nowak', 'Aiko Tanaka', 'Priya Raman', 'Luca Ferri', 'Selin Aydin'].map(
  (displayName, number) => ({
    person: { id: id('per', number + 1), displayName, email: `p${number}@fjord.example` },
    suspended: number === 4,
    engagements: (number * 3) % 7,
  }),
);
const customers = Array.from({ length: 12 }, (_, number) => ({
  id: id('org', 100 + number),
  name: [
    'Alder Bank',
    'Birch Logistics',
    'Cedar Clinics',
    'Elm & Partners',
    'Fir Energy',
    'Hazel Foods',
    'Juniper Press',
    'Larch Robotics',
    'Maple Insurance and Reinsurance',
    'Oak Schools',
    'Pine Shipping',
    'Willow Games',
  ][number],
  engagements: number % 4,
}));
const cells = people.flatMap((row, r) =>
  customers.flatMap((customer, c) =>
    (r * 5 + c * 3) % 4 === 0
      ? [
          {
            personId: row.person.id,
            customerId: customer.id,
            level: (r + c) % 11 === 6 ? 'EMERGENCY' : levels[r % 2],
            startsAt: minutesAgo(900),
            expiresAt: c % 3 === 0 ? null : soon(c + 2),
            reason: 'Ticket 4711',
          },
        ]
      : [],
  ),
);
const engagement = (number) => ({
  id: id('eng', number),
  customerId: organizations[2].id,
  customerName: organizations[2].name,
  providerId: organizations[1].id,
  person: people[number].person,
  level: levels[number % 3],
  reason: ['Monthly review', 'Ticket 4711: Macs do not sync', 'Ransomware at the door'][number % 3],
  givenBy: person,
  startsAt: minutesAgo(30 * (number + 1)),
  expiresAt: number === 0 ? null : soon(number),
  formerId: null,
  end: number < 3 ? null : { at: minutesAgo(5), cause: 'EXPIRED', by: null, reason: null },
});
const outcome = (cell) => ({
  ...cell,
  effect: 'BEGUN',
  refusal: null,
  before: null,
  beforeExpiresAt: null,
});
const base = '/api/organizations/{organization}';

export const routes = [
  [
    'GET',
    `${base}/assignments`,
    ({ empty }) => ({
      people: { items: empty ? [] : people, next: null },
      customers: { items: empty ? [] : customers, next: 'more' },
      cells,
    }),
  ],
  ['POST', `${base}/assignments`, ({ body }) => body.cells.map(outcome)],
  ['POST', `${base}/assignments/preview`, ({ body }) => body.cells.map(outcome)],
  [
    'POST',
    `${base}/assignments/end`,
    ({ body }) => body.cells.map((cell) => ({ ...outcome(cell), effect: 'ENDED' })),
  ],
  [
    'POST',
    `${base}/assignments/hand-over`,
    () =>
      customers
        .slice(0, 3)
        .map(({ id: customerId }) => outcome({ personId: people[1].person.id, customerId })),
  ],
  [
    'POST',
    `${base}/assignments/hand-over/preview`,
    () =>
      customers
        .slice(0, 3)
        .map(({ id: customerId }) => outcome({ personId: people[1].person.id, customerId })),
  ],
  ['GET', `${base}/assignments/history`, ({ query }) => page([0, 3, 4].map(engagement), query)],
  [
    'GET',
    `${base}/entrants`,
    ({ query, empty }) =>
      page(empty ? [] : (query.history === 'true' ? [0, 1, 2, 3, 4] : [0, 1, 2]).map(engagement), query),
  ],
  ['POST', `${base}/entrants/{id}/end`, () => undefined],
  ['POST', `${base}/own-emergency`, () => undefined],
  ['DELETE', `${base}/own-emergency`, () => undefined],
  [
    'GET',
    `${base}/portfolio`,
    ({ query, empty, cookies }) =>
      page(
        empty
          ? []
          : customers.map(({ id: customer, name }, number) => ({
              id: customer,
              slug: 'fjord',
              name,
              accentColor: '#3457d5',
              level: levels[number % 3],
              until: number % 3 === 0 ? null : soon(number * 9),
              lastVisit: number % 4 === 0 ? null : minutesAgo(number * number * 200),
              mayEnter: !cookies.includes('account-manager'),
              secondFactorMissing: number % 4 === 3,
              devices: number % 4 === 3 ? null : 12 * number * number,
              unhealthyDevices: number % 4 === 3 ? null : number % 3,
              openRequests: number % 4 === 3 ? null : number % 5,
              blocksOfLastDay: number % 4 === 3 ? null : number * 7,
            })),
        query,
      ),
  ],
];
