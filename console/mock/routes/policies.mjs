import { id, minutesAgo } from '../data.mjs';

const base = '/api/organizations/{organization}/approval-policies/{kind}';
const group = (name, quorum, ...who) => ({
  kind: 'GROUP',
  name,
  seats: who.map((each) => ({ who: each, weight: 1 })),
  fallback: [],
  quorum,
});
const deciders = { kind: 'PERMISSION', permission: 'request.decide' };
const one = { kind: 'MINIMUM', people: 1 };
const named = [
  { kind: 'PERSON', id: id('per', 3), name: 'Mara Lind', detail: 'mara.lind@northwind.example' },
  { kind: 'PERSON', id: id('per', 6), name: 'Priya Raman', detail: 'priya.raman@northwind.example' },
  { kind: 'TEAM', id: id('tea', 1), name: 'Finance', detail: '' },
  { kind: 'TEAM', id: id('tea', 2), name: 'Design', detail: '' },
  {
    kind: 'ROLE',
    id: 'SECURITY_ADMIN',
    name: 'Security admin',
    detail: 'Decides requests and manages rules.',
  },
  { kind: 'ROLE', id: 'TEAM_LEAD', name: 'Team lead', detail: 'Follows the requests of the team.' },
];
const stage = (id, name, requirement, when = null) => ({
  id,
  name,
  after: [],
  when,
  requirement,
  veto: 'ENDS',
  keeps: [],
  escalations: [],
});
const path = (...stages) => ({
  stages,
  separation: ['REQUESTER', 'BENEFICIARY'],
  expiry: 'P30D',
  freshness: 'P7D',
  emergency: null,
});
const policy = {
  name: 'Two for what nobody signed',
  routes: [
    {
      name: 'Risky',
      when: 'risk >= 60 || signingStatus == "UNSIGNED"',
      path: path(stage('lead', 'Lead', group('Lead', one, { kind: 'LEAD' }), 'size(teams) > 0'), {
        ...stage('security', 'Security', {
          kind: 'ALL',
          of: [
            group('Security', { kind: 'MINIMUM', people: 2 }, deciders),
            group(
              'Finance',
              one,
              { kind: 'TEAM', team: id('tea', 1) },
              { kind: 'PERSON', person: id('per', 3) },
            ),
          ],
        }),
        after: ['lead'],
        escalations: [
          { after: 'PT24H', step: { kind: 'REMIND' } },
          { after: 'PT72H', step: { kind: 'EXPIRE' } },
        ],
      }),
    },
    {
      name: 'Known publishers',
      when: `publisher in ["Adobe Inc.", "Microsoft Corporation"] && "${id('tea', 2)}" in teams`,
      path: path(stage('lead', 'Lead', group('Lead', one, { kind: 'LEAD' }, { kind: 'MANAGER' }))),
    },
  ],
  otherwise: path(stage('approval', 'Approval', group('Approvers', one, deciders))),
};
const version = (number, more) => ({
  kind: 'SOFTWARE',
  version: number,
  policy,
  publishedAt: minutesAgo(300),
  publishedBy: 'Mara Lind',
  ...more,
});
const builtIn = version(0, {
  policy: { ...policy, name: 'Default', routes: [] },
  publishedAt: null,
  publishedBy: null,
});
let draft = null;
const fact = (name, type, meaning) => ({ name, type, meaning });
const facts = [
  fact('department', 'TEXT', 'The requester’s department.'),
  fact('teams', 'TEXTS', 'Ids of the requester’s teams and of all teams above them.'),
  fact('roles', 'TEXTS', 'The requester’s built-in roles, for instance END_USER.'),
  fact('external', 'TRUTH', 'Whether the requester is only engaged by the provider.'),
  fact('risk', 'NUMBER', 'How risky it is, 0 to 100.'),
  fact('publisher', 'TEXT', 'Who signed it.'),
  fact('signingStatus', 'TEXT', 'How it is signed, for instance UNSIGNED.'),
];
const contains =
  (text) =>
  ({ name }) =>
    name.toLowerCase().includes((text ?? '').toLowerCase());

export const routes = [
  ['GET', `${base}/versions`, ({ empty }) => (empty ? [builtIn] : [version(1), builtIn])],
  ['GET', `${base}/draft`, () => draft ?? undefined],
  ['DELETE', `${base}/draft`, () => void (draft = null)],
  ['GET', `${base}/facts`, () => facts],
  ['GET', `${base}/names`, () => named.map((each) => ({ ...each, detail: '' }))],
  ['GET', `${base}/approvers`, ({ query }) => named.filter(contains(query.text))],
  [
    'PUT',
    `${base}/draft`,
    ({ body }) =>
      (draft = {
        version: body.version + 1,
        policy: body.policy,
        changedAt: minutesAgo(0),
        changedBy: 'Ines Varga',
      }),
  ],
  [
    'POST',
    `${base}/lint`,
    () => [
      {
        kind: 'SEPARATION_DEAD_END',
        blocks: false,
        route: 'Risky',
        stage: 'security',
        group: 'Security',
        message: 'When one of its 2 people asks, too few are left to decide',
        line: null,
        column: null,
      },
      {
        kind: 'BROKEN_CONDITION',
        blocks: true,
        route: 'Risky',
        stage: null,
        group: null,
        message: "undeclared reference to 'rusk'",
        line: 1,
        column: 1,
      },
    ],
  ],
];
