import { Answer, refuse } from '../answers.mjs';
import { id, minutesAgo, person } from '../data.mjs';

const base = '/api/organizations/{organization}';
const ref = (number, displayName) => ({
  id: id('per', number),
  displayName,
  email: `${displayName.toLowerCase().replace(' ', '.')}@northwind.example`,
});
const jonas = ref(2, 'Jonas Weber');
const mara = ref(3, 'Mara Lind');
const priya = ref(6, 'Priya Raman');
const team = (number, name, parent, leads, members) => ({
  id: id('tea', number),
  name,
  parentId: parent && id('tea', parent),
  leads,
  members,
});
const teams = [
  team(1, 'Engineering', null, [mara], 12),
  team(2, 'Firmware', 1, [priya], 5),
  team(3, 'Test benches', 2, [], 2),
  team(4, 'Studio', null, [jonas], 7),
];
const customRoles = [
  {
    id: id('rol', 1),
    name: 'Event reader',
    description: 'For the service desk: looks up what was blocked.',
    permissions: ['device.read', 'event.read'],
    version: 3,
    changedAt: minutesAgo(900),
    holders: 2,
  },
  {
    id: id('rol', 2),
    name: 'Rule keeper',
    description: '',
    permissions: ['rule.read', 'rule.manage'],
    version: 1,
    changedAt: minutesAgo(90),
    holders: 0,
  },
];
const grants = [
  { source: 'MEMBER', title: 'Member', permissions: ['organization.read'] },
  {
    source: 'ROLE',
    role: 'AUDITOR',
    title: 'Auditor',
    permissions: ['ledger.read', 'rule.read', 'event.read'],
  },
  {
    id: id('gra', 1),
    source: 'CUSTOM_ROLE',
    customRole: id('rol', 1),
    title: 'Event reader',
    permissions: ['device.read', 'event.read'],
  },
  {
    source: 'TEAM_LEAD',
    title: 'Team lead',
    team: { id: id('tea', 1), name: 'Engineering' },
    permissions: ['request.read', 'request.decide'],
  },
].map((grant) => ({ id: null, role: null, customRole: null, team: null, ...grant }));
const detail = (wanted) => {
  const found = teams.find((candidate) => candidate.id === wanted);
  return found
    ? {
        team: found,
        people: [
          ...found.leads.map((lead) => ({ person: lead, lead: true })),
          { person: ref(5, 'Aiko Tanaka'), lead: false },
          { person: ref(9, 'Noah Fischer'), lead: false },
        ],
        roles: 1,
      }
    : refuse(404, 'There is no such team in the organization.');
};

export const routes = [
  ['GET', `${base}/teams`, ({ empty }) => (empty ? [] : teams)],
  ['POST', `${base}/teams`, () => new Answer(201, detail(teams[0].id))],
  ['GET', `${base}/teams/{id}`, ({ params }) => detail(params.id)],
  ['PUT', `${base}/teams/{id}`, ({ params }) => detail(params.id)],
  ['DELETE', `${base}/teams/{id}`, () => undefined],
  ['POST', `${base}/teams/{id}/merge`, ({ body }) => detail(body.into)],
  ['PUT', `${base}/teams/{id}/people/{person}`, ({ params }) => detail(params.id)],
  ['DELETE', `${base}/teams/{id}/people/{person}`, ({ params }) => detail(params.id)],
  ['GET', `${base}/custom-roles`, ({ empty }) => (empty ? [] : customRoles)],
  ['POST', `${base}/custom-roles`, ({ body }) => new Answer(201, { ...customRoles[1], ...body })],
  ['PUT', `${base}/custom-roles/{id}`, ({ body }) => ({ ...customRoles[0], ...body })],
  ['DELETE', `${base}/custom-roles/{id}`, () => refuse(409, 'Take it from its holders first: Mara Lind.')],
  [
    'GET',
    `${base}/custom-roles/{id}/holders`,
    () => [
      { person: mara, team: null },
      { person: priya, team: { id: id('tea', 2), name: 'Firmware' } },
    ],
  ],
  ['GET', `${base}/people/{id}/grants`, () => grants],
  ['POST', `${base}/people/{id}/grants`, () => new Answer(201, grants)],
  ['DELETE', `${base}/people/{id}/grants/{grant}`, () => grants.filter((grant) => !grant.id)],
  [
    'GET',
    `${base}/people/{id}/profile`,
    () => ({
      department: 'Engineering',
      title: 'Firmware developer',
      costCenter: '4711',
      line: [mara, person],
      source: 'MANUAL',
      changedAt: minutesAgo(4000),
    }),
  ],
  ['PUT', `${base}/people/{id}/profile`, ({ body }) => ({ ...body, line: [], source: 'MANUAL' })],
  [
    'GET',
    `${base}/people/{id}/departure`,
    () => ({
      belongings: [
        { kind: 'DEVICE', count: 2, needsSuccessor: true },
        { kind: 'REQUEST', count: 1, needsSuccessor: false },
        { kind: 'TEAM', count: 1, needsSuccessor: true },
      ],
      needsSuccessor: true,
      takesSuccessor: true,
      lastAdministrator: false,
    }),
  ],
  ['POST', `${base}/people/{id}/remove`, () => undefined],
  [
    'GET',
    `${base}/membership/departure`,
    () => ({
      belongings: [{ kind: 'RULE', count: 14, needsSuccessor: true }],
      needsSuccessor: true,
      takesSuccessor: true,
      lastAdministrator: true,
    }),
  ],
  ['POST', `${base}/membership/leave`, () => undefined],
];
