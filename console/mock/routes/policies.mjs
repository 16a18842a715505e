import { Answer } from '../answers.mjs';
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
const listed = ({ version: number, policy: { name, routes: all }, publishedAt, publishedBy }) => ({
  version: number,
  name,
  routes: all.length,
  state: number === 2 ? 'IN_FORCE' : 'ARCHIVED',
  publishedAt,
  publishedBy,
  archivedAt: number === 2 ? null : minutesAgo(200),
});
const explanation = {
  facts: { risk: 75 },
  tried: [
    { route: 'Known publishers', when: `"${id('tea', 2)}" in teams`, holds: false },
    { route: 'Risky', when: 'risk >= 60', holds: true },
  ],
  route: 'Risky',
  reason: 'the route Risky fits',
  stages: [
    { id: 'lead', name: 'Lead', after: [], skipped: 'Its condition is false: size(teams) > 0', groups: [] },
    {
      id: 'security',
      name: 'Security',
      after: ['lead'],
      skipped: null,
      groups: [
        {
          name: 'Security',
          quorum: { kind: 'MINIMUM', people: 2 },
          from: 'SEATS',
          count: 62,
          people: [
            { person: id('per', 3), name: 'Mara Lind', authority: 'permission:request.decide' },
            { person: id('per', 6), name: 'Priya Raman', authority: `team:${id('tea', 1)}` },
          ],
          excluded: [
            {
              person: id('per', 2),
              name: 'Jonas Weber',
              authority: 'permission:request.decide',
              rule: 'REQUESTER',
            },
          ],
        },
        {
          name: 'Finance',
          quorum: { kind: 'MINIMUM', people: 1 },
          from: 'LAST_RESORT',
          count: 1,
          people: [{ person: id('per', 3), name: 'Mara Lind', authority: 'permission:request.decide' }],
          excluded: [],
        },
      ],
    },
  ],
};
const replay = {
  since: minutesAgo(90 * 24 * 60),
  looked: 412,
  complete: false,
  changed: 9,
  hoursBefore: 1220.4,
  hoursAfter: 980.2,
  busiest: [
    { person: id('per', 3), name: 'Mara Lind', requests: 212 },
    { person: id('per', 6), name: 'Priya Raman', requests: 101 },
  ],
  requests: Array.from({ length: 12 }, (_, index) => ({
    request: id('req', index + 1),
    number: 480 - index,
    title: ['Blender 4.2', 'A tool with a long name that does not end soon', 'Docker Desktop'][index % 3],
    before: index % 4 === 3 ? 'REJECTED' : 'APPROVED',
    after: ['MORE_NEEDED', 'APPROVED', 'REJECTED', 'UNDECIDED'][index % 4],
    routeBefore: index % 2 ? null : 'Risky',
    routeAfter: index % 3 ? 'Known publishers' : null,
    missing: ['security'],
    asked: 4,
    hoursBefore: index === 5 ? null : 3.25,
    hoursAfter: index === 5 ? null : 1.5,
  })),
};
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
  [
    'GET',
    `${base}/versions`,
    ({ empty }) => (empty ? [listed(builtIn)] : [listed(version(2)), listed(version(1)), listed(builtIn)]),
  ],
  [
    'GET',
    `${base}/versions/{version}`,
    ({ params }) => (params.version === '0' ? builtIn : version(Number(params.version))),
  ],
  ['POST', `${base}/explain`, () => explanation],
  [
    'POST',
    `${base}/replay`,
    ({ empty }) =>
      empty
        ? { ...replay, looked: 0, changed: 0, hoursBefore: 0, hoursAfter: 0, requests: [], busiest: [] }
        : replay,
  ],
  ['POST', `${base}/replay/export`, () => new Answer(200, 'number,title\r\n', 'text/csv')],
  ['GET', `${base}/draft`, () => draft ?? undefined],
  ['DELETE', `${base}/draft`, () => void (draft = null)],
  ['GET', `${base}/facts`, () => facts],
  ['POST', `${base}/names`, () => named.map((each) => ({ ...each, detail: '' }))],
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
