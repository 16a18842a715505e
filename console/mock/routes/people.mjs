import { Answer, page, refuse } from '../answers.mjs';
import { id, minutesAgo, person } from '../data.mjs';

const names = [
  'Ines Varga',
  'Jonas Weber',
  'Mara Lind',
  'Tomasz Nowak',
  'Aiko Tanaka',
  'Priya Raman',
  'Luca Ferri',
  'Selin Aydin',
  'Noah Fischer',
  'Greta Holm',
  'Daniel Okafor',
  'Chloé Martin',
  'Björn Dahl',
  'Leila Haddad',
  'Oskar Berg',
  'Ruth Adeyemi',
];
const assigned = [
  ['SECURITY_ADMIN'],
  ['END_USER'],
  ['SECURITY_ADMIN', 'AUDITOR'],
  ['TEAM_LEAD'],
  ['END_USER'],
  ['TEAM_LEAD', 'END_USER'],
];
const people = Array.from({ length: 64 }, (_, number) => {
  const displayName =
    number < names.length
      ? names[number]
      : `${names[number % 16].split(' ')[0]} ${names[(number * 7 + Math.floor(number / 16) * 3) % 16].split(' ')[1]}`;
  return {
    id: number === 0 ? person.id : id('per', number + 1),
    displayName,
    email: `${displayName
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z ]/g, '')
      .replace(' ', '.')}@northwind.example`,
    roles: assigned[number % assigned.length],
    state: number % 13 === 7 ? 'SUSPENDED' : 'ACTIVE',
    lastSignInAt: number % 9 === 5 ? null : minutesAgo(number * number * 11 + 2),
    joinedAt: minutesAgo(60 * 24 * (20 + number * 3)),
  };
});

const roles = [
  {
    name: 'END_USER',
    title: 'End user',
    description: 'Sees own Macs and blocks, asks for software.',
    permissions: ['request.create'],
  },
  {
    name: 'TEAM_LEAD',
    title: 'Team lead',
    description: 'Follows the requests of the team.',
    permissions: ['request.create', 'request.read', 'dashboard.read'],
  },
  {
    name: 'SECURITY_ADMIN',
    title: 'Security admin',
    description: 'Decides about software, keeps rules, Macs and people.',
    permissions: [
      'dashboard.read',
      'request.create',
      'request.read',
      'request.decide',
      'device.read',
      'device.manage',
      'enrolment.manage',
      'rule.read',
      'rule.manage',
      'configuration.read',
      'configuration.manage',
      'event.read',
      'people.read',
      'people.manage',
      'organization.manage',
      'ledger.read',
      'key.manage',
      'ledger.export',
    ],
  },
  {
    name: 'AUDITOR',
    title: 'Auditor',
    description: 'Reads everything, changes nothing.',
    permissions: [
      'dashboard.read',
      'request.read',
      'device.read',
      'rule.read',
      'event.read',
      'people.read',
      'ledger.read',
      'ledger.export',
    ],
  },
];

const invitations = [
  {
    id: id('inv', 1),
    email: 'hana.kovac@northwind.example',
    displayName: 'Hana Kovač',
    roles: ['TEAM_LEAD'],
    invitedBy: person,
    createdAt: minutesAgo(300),
    expiresAt: minutesAgo(-60 * 24 * 6),
  },
  {
    id: id('inv', 2),
    email: 'old.friend@northwind.example',
    displayName: null,
    roles: ['END_USER'],
    invitedBy: person,
    createdAt: minutesAgo(60 * 24 * 9),
    expiresAt: minutesAgo(60 * 24 * 2),
  },
];

const find = (wanted) => people.find((candidate) => candidate.id === wanted);
const base = '/api/organizations/{organization}';

export const routes = [
  [
    'GET',
    `${base}/people`,
    ({ query, empty }) => {
      const text = (query.text ?? '').toLowerCase();
      const found = people.filter(
        (candidate) =>
          !empty &&
          `${candidate.displayName} ${candidate.email}`.toLowerCase().includes(text) &&
          (!query.role || candidate.roles.includes(query.role)) &&
          (!query.state || candidate.state === query.state),
      );
      return page(found, query);
    },
  ],
  [
    'GET',
    `${base}/people/{id}`,
    ({ params }) => find(params.id) ?? refuse(404, 'There is no such person in this organization.'),
  ],
  [
    'PUT',
    `${base}/people/{id}/roles`,
    ({ params, body }) => Object.assign(find(params.id), { roles: body.roles }),
  ],
  [
    'POST',
    `${base}/people/{id}/suspend`,
    ({ params }) => Object.assign(find(params.id), { state: 'SUSPENDED' }),
  ],
  ['POST', `${base}/people/{id}/resume`, ({ params }) => Object.assign(find(params.id), { state: 'ACTIVE' })],
  ['GET', `${base}/roles`, () => roles],
  ['GET', `${base}/invitations`, ({ empty }) => (empty ? [] : invitations)],
  [
    'POST',
    `${base}/invitations`,
    ({ body }) =>
      body.email.endsWith('@taken.example')
        ? refuse(409, 'This person already belongs to the organization.', [
            { field: 'email', message: 'Already a member.' },
          ])
        : new Answer(201, {
            invitation: { ...invitations[0], email: body.email },
            link: 'https://gatehouse.example/invitation#vT4tq0y2bqUZ9m3KJx1u8nLwQe5rHs7dPfGcAi6oYkM',
          }),
  ],
  ['DELETE', `${base}/invitations/{id}`, () => undefined],
];
