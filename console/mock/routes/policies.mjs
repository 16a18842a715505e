import { minutesAgo } from '../data.mjs';

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
      path: path(
        stage('lead', 'Lead', group('Lead', one, { kind: 'LEAD' }), 'size(teams) > 0'),
        stage('security', 'Security', {
          kind: 'ALL',
          of: [
            group('Security', { kind: 'MINIMUM', people: 2 }, deciders),
            group('Customer', one, { kind: 'CUSTOMER_CONTACT' }, { kind: 'ROLE', role: 'CUSTOMER_ADMIN' }),
          ],
        }),
      ),
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

export const routes = [
  ['GET', `${base}/versions`, ({ empty }) => (empty ? [builtIn] : [version(1), builtIn])],
  ['GET', `${base}/draft`, () => draft ?? undefined],
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
