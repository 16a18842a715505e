import { Answer, page, refuse } from '../answers.mjs';
import { id, minutesAgo, person } from '../data.mjs';
import { actorOf, devices, events, jonas, requests, rules, software, system } from '../fleet.mjs';
import { detailOf } from './events.mjs';

const base = '/api/organizations/{organization}';
const isAwaited = (request) => request.state === 'IN_REVIEW' && request.requester.id !== person.id;
const rowOf = (request) => Object.fromEntries(Object.entries(request).filter(([name]) => name !== 'file'));

const proposalsOf = (file) =>
  [
    [
      'CDHASH',
      file.cdhash,
      'This exact code',
      false,
      'Allows exactly this code for one kind of processor. The next version needs a new decision.',
      0,
    ],
    [
      'BINARY',
      file.sha256,
      'This exact file',
      false,
      'Allows exactly this file. The next version needs a new decision.',
      0,
    ],
    [
      'SIGNINGID',
      file.signingId,
      'This program in every version',
      true,
      `Allows what ${file.signer?.organization} signs as ${file.signingId}, updates included, and nothing else of theirs.`,
      3,
    ],
    [
      'CERTIFICATE',
      file.certificateSha256,
      'Everything signed with this certificate',
      true,
      `Allows every program signed with this certificate of ${file.signer?.organization}, until they renew it.`,
      9,
    ],
    [
      'TEAMID',
      file.teamId,
      `Everything by team ${file.teamId}`,
      true,
      `Allows every program that ${file.signer?.organization} signs, today and later. The widest choice.`,
      11,
    ],
  ]
    .filter(([, identifier]) => identifier)
    .map(([ruleType, identifier, label, stable, explanation, also], index) => ({
      ruleType,
      identifier,
      label,
      narrowest: index === 0,
      stable,
      recommended: ruleType === (file.signingId ? 'SIGNINGID' : 'BINARY'),
      explanation,
      warnings:
        ruleType === 'TEAMID'
          ? ['A rule for the team blocks it in Finance; there the block still wins.']
          : [],
      existing: [],
      alsoAllows: {
        software: also,
        devices: also * 3,
        examples: also ? ['Thunderbird', 'plugin-container', 'crashreporter'].slice(0, also) : [],
      },
    }));

const detail = (request) => {
  const file = software[request.file];
  const open = request.state === 'IN_REVIEW';
  return {
    ...rowOf(request),
    software: detailOf(file),
    event: events.find(({ sha256 }) => sha256 === file.sha256) ?? null,
    decision:
      open || request.state === 'WITHDRAWN'
        ? null
        : {
            outcome: request.state,
            by: request.decidedBy,
            at: request.decidedAt,
            reason:
              request.state === 'REJECTED'
                ? 'This file is known malware. Do not run it, and tell the security team where it came from.'
                : null,
            rule:
              request.state === 'APPROVED'
                ? { id: rules[2].id, scope: rules[2].scope, policy: rules[2].policy }
                : null,
          },
    proposals: open ? proposalsOf(file) : [],
    earlier: requests.filter((other) => other.state === 'REJECTED' && other !== request).map(rowOf),
    timeline: [
      ...(request.state === 'APPROVED'
        ? [
            {
              at: minutesAgo(1_830),
              actor: system,
              sentence: 'delivered the rule to nw-basalt-02.',
            },
          ]
        : []),
      ...(request.decidedAt
        ? [
            {
              at: request.decidedAt,
              actor: actorOf(request.decidedBy),
              sentence: request.state === 'APPROVED' ? 'approved it.' : 'denied it.',
            },
          ]
        : []),
      {
        at: request.submittedAt,
        actor: actorOf(request.requester),
        sentence: `asked for ${request.title}.`,
      },
      {
        at: minutesAgo(6_900),
        actor: { type: 'DEVICE', id: devices[0].id, displayName: 'nw-aurora-01' },
        sentence: 'blocked it.',
      },
    ],
    delivery:
      request.state === 'APPROVED'
        ? {
            ruleId: rules[2].id,
            deliveredAt: request.fresh && Date.now() - request.fresh < 20_000 ? null : minutesAgo(1_830),
            nextExpectedAt: new Date((request.fresh ?? Date.now()) + 40_000).toISOString(),
            devicesDelivered: 15,
            devicesTotal: 16,
          }
        : null,
    version: request.version ?? 1,
    path: pathOf(request),
    formerVersions: [],
    agreed: request.id === id('req', 2) ? agreedOn(file) : null,
    asked: open && request.requester.id !== person.id,
    signerDisputed: false,
    mayDecide: open && request.requester.id !== person.id,
    whyNot: open
      ? null
      : request.decidedBy
        ? `Already decided by ${request.decidedBy.displayName}.`
        : 'It was withdrawn.',
    contentHash: 'f00d',
  };
};
const agreedOn = (file) => ({
  ruleType: 'SIGNINGID',
  identifier: file.signingId,
  scope: { kind: 'ORGANIZATION' },
  policy: 'ALLOWLIST',
  expiresAt: minutesAgo(-60 * 24 * 90),
  comment: null,
  by: jonas.displayName,
});

/** Two groups at once, then one more stage. */
const pathOf = (request) => {
  const group = (name, agreed, mayDecide, silent) => ({
    name,
    weighed: false,
    needed: 1,
    agreed,
    met: agreed > 0,
    mayDecide,
    silent,
  });
  const one = (name) => ({ kind: 'GROUP', group: name, of: [] });
  const done = request.state === 'APPROVED';
  return {
    stages: [
      {
        id: 'review',
        name: 'Review',
        state: done ? 'SATISFIED' : 'ACTIVE',
        after: [],
        skipped: null,
        since: request.submittedAt,
        oneRefusalEnds: true,
        needs: { kind: 'ALL', group: null, of: [one('Security'), one('Design')] },
        groups: [
          group('Security', done ? 1 : 0, done ? [] : [person], done ? 0 : 4),
          group('Design', 1, [], 2),
        ],
      },
      {
        id: 'owner',
        name: 'Owner of the Mac',
        state: done ? 'SKIPPED' : 'WAITING',
        after: ['review'],
        skipped: done ? 'The requester owns this Mac.' : null,
        since: null,
        oneRefusalEnds: false,
        needs: one('Owner'),
        groups: [group('Owner', 0, [], 0)],
      },
    ],
    decisions: [
      {
        stageId: 'review',
        stage: 'Review',
        group: 'Design',
        outcome: 'APPROVED',
        person: jonas,
        actingFor: person,
        authority: 'lead',
        means: null,
        comment: null,
        at: minutesAgo(90),
        stale: false,
      },
      ...(request.state === 'CHANGES_REQUESTED'
        ? [
            {
              stageId: 'review',
              stage: 'Review',
              group: 'Security',
              outcome: 'RETURNED',
              person,
              actingFor: null,
              authority: 'permission:request.decide',
              means: null,
              comment: 'Which customer sends you these files, and how often?',
              at: minutesAgo(20),
              stale: false,
            },
          ]
        : []),
    ],
  };
};
const found = ({ params }, answer) => {
  const request = requests.find((one) => one.id === params.id);
  return request ? answer(request) : refuse(404, 'No such request.');
};
const decide = (state) => (context) =>
  found(context, (request) =>
    request.state === 'IN_REVIEW'
      ? detail(
          Object.assign(request, { state, decidedAt: minutesAgo(0), decidedBy: person, fresh: Date.now() }),
        )
      : refuse(409, `Already decided by ${request.decidedBy?.displayName}.`),
  );

const days = Array.from({ length: 14 }, (_, index) => new Date(Date.now() - (13 - index) * 86_400_000));
const hours = Array.from({ length: 24 }, (_, index) => new Date(Date.now() - (23 - index) * 3_600_000));

export const routes = [
  [
    'GET',
    `${base}/requests`,
    ({ query, empty, cookies }) => {
      const me = cookies.includes('employee') ? jonas : person;
      return page(
        empty
          ? []
          : requests
              .filter(
                (request) =>
                  (!query.state || request.state === query.state) &&
                  (!query.mine || request.requester.id === me.id) &&
                  (!query.text || request.title.toLowerCase().includes(query.text.toLowerCase())),
              )
              .map(rowOf),
        query,
      );
    },
  ],
  ['POST', `${base}/requests`, () => new Answer(201, detail(requests[0]))],
  ['GET', `${base}/requests/policies`, () => []],
  [
    'GET',
    `${base}/requests/inbox`,
    ({ query, empty, cookies }) => {
      const waiting = empty || cookies.includes('employee') ? [] : requests.filter(isAwaited).map(rowOf);
      return { ...page(waiting, query), waiting: waiting.length };
    },
  ],
  ['GET', `${base}/requests/{id}`, (context) => found(context, detail)],
  ['POST', `${base}/requests/{id}/approve`, decide('APPROVED')],
  ['POST', `${base}/requests/{id}/deny`, decide('REJECTED')],
  ['POST', `${base}/requests/{id}/withdraw`, decide('WITHDRAWN')],
  ['POST', `${base}/requests/{id}/abstain`, (context) => found(context, detail)],
  ['POST', `${base}/requests/{id}/ask-back`, decide('CHANGES_REQUESTED')],
  ['POST', `${base}/requests/{id}/revise`, (context) => found(context, detail)],
  [
    'GET',
    `${base}/block`,
    ({ query, empty }) => ({
      device: {
        known: !empty,
        ownership: empty ? 'NONE' : 'OWNER',
        hostname: empty ? null : devices[0].hostname,
      },
      event: empty
        ? null
        : {
            id: id('eve', 1),
            occurredAt: minutesAgo(3),
            fileName: 'Firefox',
            sha256: software[0].sha256,
            publisher: 'Mozilla Corporation',
            device: devices[0],
          },
      software: empty
        ? null
        : {
            sha256: query.fileSha256,
            fileName: 'Firefox',
            publisher: 'Mozilla Corporation',
            signingId: software[0].signingId,
          },
      request: query.user === 'asked' ? { id: id('req', 1), state: 'IN_REVIEW' } : null,
      mayRequest: !empty,
      mayClaim: empty,
    }),
  ],
  [
    'GET',
    `${base}/dashboard`,
    ({ query, empty }) => {
      const slots = query.window === 'FORTNIGHT' ? days : hours;
      const step = query.window === 'FORTNIGHT' ? 86_400_000 : 3_600_000;
      return {
        queue: empty
          ? { open: 0, oldestSubmittedAt: null }
          : { open: 3, oldestSubmittedAt: minutesAgo(1_480) },
        fleet: empty
          ? { total: 0, healthy: 0, late: 0, stale: 0, drifted: 0, neverSynced: 0, byMode: [], byVersion: [] }
          : {
              total: 64,
              healthy: 42,
              late: 7,
              stale: 7,
              drifted: 7,
              neverSynced: 1,
              byMode: [
                { mode: 'LOCKDOWN', devices: 49 },
                { mode: 'MONITOR', devices: 9 },
                { mode: 'STANDALONE', devices: 6 },
              ],
              byVersion: ['2026.6', '2026.5', '2025.12', '2025.4'].map((version) => ({
                version,
                devices: 16,
              })),
            },
        blocks: slots.map((from, index) => ({
          from: from.toISOString(),
          to: new Date(from.getTime() + step).toISOString(),
          blocked: empty ? 0 : Math.round(6 + 5 * Math.sin(index / 2.3) + (index % 5 === 2 ? 7 : 0)),
          unknownAllowed: empty ? 0 : Math.round(9 + 4 * Math.cos(index / 3)),
        })),
        timeToDecision: empty
          ? {
              medianSeconds: null,
              p90Seconds: null,
              decided: 0,
              byDay: days.map((day) => ({
                day: day.toISOString().slice(0, 10),
                medianSeconds: null,
                decided: 0,
              })),
            }
          : {
              medianSeconds: 1_860,
              p90Seconds: 14_400,
              decided: 38,
              byDay: days.map((day, index) => ({
                day: day.toISOString().slice(0, 10),
                medianSeconds: index % 6 === 4 ? null : 900 + ((index * 733) % 3_100),
                decided: index % 6 === 4 ? 0 : 1 + (index % 5),
              })),
            },
        newSoftware: empty ? [] : software.slice(0, 5),
        topBlocked: empty
          ? []
          : software
              .filter(({ blocks }) => blocks > 0)
              .sort((one, other) => other.blocks - one.blocks)
              .map(({ sha256, fileName, blocks, devices: macs }) => ({
                sha256,
                fileName,
                blocks,
                devices: macs,
              })),
      };
    },
  ],
];
