import { page, refuse } from '../answers.mjs';
import { id, minutesAgo, person } from '../data.mjs';
import { deviceRef, devices, jonas, rules, software, tagRef, tags } from '../fleet.mjs';

const matches = (text, ...values) =>
  !text || values.some((value) => value?.toLowerCase().includes(text.toLowerCase()));

const syncs = (device) =>
  Array.from({ length: 9 }, (_, index) => ({
    id: id('syn', index + 1),
    startedAt: minutesAgo(2 + index * 4),
    finishedAt: index === 3 ? null : minutesAgo(1.95 + index * 4),
    syncType: index === 8 ? 'CLEAN' : 'NORMAL',
    outcome:
      ['COMPLETED', 'COMPLETED', 'COMPLETED', 'ABANDONED', 'COMPLETED', 'FAILED'][index] ?? 'COMPLETED',
    requestedClean: index === 8,
    rulesSent: [0, 3, 0, 12, 12, 0, 0, 0, 412][index],
    rulesReceived: [0, 3, 0, 0, 12, 0, 0, 0, 412][index],
    rulesProcessed: [0, 3, 0, 0, 12, 0, 0, 0, 411][index],
    eventsUploaded: [1, 4, 0, 0, 22, 0, 1, 0, 0][index],
    bytesIn: 612 + index * 40,
    bytesOut: 340 + [0, 3, 0, 12, 12, 0, 0, 0, 412][index] * 74,
    encoding: 'deflate',
    rulesHashBefore: 'b1f0c77a41d09e55',
    rulesHashAfter: 'b1f0c77a41d09e56',
    explanation:
      [
        'Nothing had changed since the last sync, so nothing was sent.',
        'Three rules changed since sequence 1 204; only those were sent.',
        'Nothing had changed since the last sync, so nothing was sent.',
        'The Mac stopped answering after the first page. It kept its old rules and will ask again.',
        'Sent again what the abandoned sync had not finished.',
        'The body was not valid protobuf, so it was refused and nothing was kept.',
      ][index] ??
      (index === 8
        ? 'First sync of this Mac: it got every rule.'
        : 'Nothing had changed since the last sync, so nothing was sent.'),
    device: device.id,
  }));

const settingsOf = (device) =>
  [
    [
      'clientMode',
      device.clientMode,
      { kind: 'TAG', tag: device.tags[0] },
      [
        [{ kind: 'ORGANIZATION' }, 'MONITOR'],
        [{ kind: 'DEFAULT' }, 'MONITOR'],
      ],
    ],
    ['fullSyncIntervalSeconds', 240, { kind: 'DEFAULT' }, []],
    ['batchSize', 100, { kind: 'DEFAULT' }, []],
    ['enableBundles', true, { kind: 'ORGANIZATION' }, [[{ kind: 'DEFAULT' }, false]]],
    [
      'removableMedia',
      { action: 'REMOUNT', remountFlags: ['rdonly', 'noexec'] },
      { kind: 'ORGANIZATION' },
      [[{ kind: 'DEFAULT' }, { action: 'ALLOW', remountFlags: [] }]],
    ],
    ['blockedPathRegex', '^/private/tmp/.*', { kind: 'ORGANIZATION' }, [[{ kind: 'DEFAULT' }, '']]],
    ['eventDetailText', 'Ask for it', { kind: 'DEFAULT' }, []],
  ].map(([name, value, scope, others]) => ({
    name,
    value,
    winner: { scope },
    others: others.map(([other, otherValue]) => ({ scope: other, value: otherValue })),
  }));

const detail = (device) => ({
  ...device,
  osBuild: '25B78',
  sipStatus: 0,
  primaryUserGroups: ['staff', 'engineering'],
  enrolment: { id: id('enr', 1), name: 'Berlin Macs' },
  enrolledAt: minutesAgo(60_000),
  credential: {
    kind: 'SECRET',
    boundAt: minutesAgo(59_990),
    releasedUntil: device.releasedUntil ?? null,
  },
  retiredAt: null,
  counts: {
    binary: 212,
    certificate: 11,
    compiler: 2,
    transitive: 31,
    teamId: 24,
    signingId: 130,
    cdhash: 4,
  },
  rulesHash: {
    reported: 'b1f0c77a41d09e55c2a4',
    predicted: device.health === 'DRIFTED' ? '77aa01c2ff8e9de0010b' : 'b1f0c77a41d09e55c2a4',
    state: device.health === 'DRIFTED' ? 'DRIFTED' : 'EXACT',
  },
  policySequence: 1_204 - device.rulesBehind,
  headSequence: 1_204,
  pushToken: false,
  requestedCleanSync: device.requestedCleanSync ?? null,
  capabilityNotes:
    device.santaVersion === '2025.4'
      ? ['SILENT_GUI_BLOCKLIST reaches this Mac as SILENT_BLOCKLIST (client 2025.4)']
      : [],
});

const find = ({ params }) => devices.find((device) => device.id === params.id);
const known = (context, answer) => {
  const device = find(context);
  return device ? answer(device) : refuse(404, 'No such Mac in this organization.');
};
const claims = [
  {
    id: id('cla', 1),
    device: deviceRef(devices[4]),
    person: jonas,
    primaryUser: 'jonas.weber',
    createdAt: minutesAgo(35),
  },
];
const base = '/api/organizations/{organization}/devices';

export const routes = [
  [
    'GET',
    base,
    ({ query, empty }) => {
      const rows = devices.filter(
        (device) =>
          matches(query.text, device.hostname, device.serialNumber, device.primaryUser) &&
          (!query.health || device.health === query.health) &&
          (!query.clientMode || device.clientMode === query.clientMode) &&
          (!query.tag || device.tags.some((tag) => tag.id === query.tag)) &&
          (!query.owner || device.owner?.id === query.owner),
      );
      return page(empty ? [] : rows, query);
    },
  ],
  ['GET', `${base}/{id}`, (context) => known(context, detail)],
  [
    'GET',
    `${base}/{id}/policy`,
    ({ query }) =>
      page(
        rules
          .filter((rule) => matches(query.text, rule.identifier, rule.softwareName))
          .map((rule, index) => ({
            ruleType: rule.ruleType,
            identifier: rule.identifier,
            policy: rule.policy,
            sentAs: rule.policy === 'SILENT_GUI_BLOCKLIST' ? 'SILENT_BLOCKLIST' : rule.policy,
            customMessage: rule.customMessage,
            winner: { id: rule.id, scope: rule.scope, policy: rule.policy },
            why:
              rule.scope.kind === 'TAG'
                ? `The tag ${rule.scope.tag.name} stands above the organization.`
                : rule.scope.kind === 'DEVICE'
                  ? 'A rule for this Mac alone stands above tags and the organization.'
                  : 'The only rule for this identifier.',
            others:
              rule.scope.kind === 'TAG'
                ? [
                    {
                      rule: { id: rules[0].id, scope: { kind: 'ORGANIZATION' }, policy: 'BLOCKLIST' },
                      why: 'For the whole organization: narrower scopes win.',
                    },
                  ]
                : [],
            delivered: index !== 4,
          })),
        query,
      ),
  ],
  [
    'GET',
    `${base}/{id}/configuration`,
    (context) => known(context, (device) => ({ settings: settingsOf(device) })),
  ],
  [
    'GET',
    `${base}/{id}/syncs`,
    (context) => known(context, (device) => page(context.empty ? [] : syncs(device), context.query)),
  ],
  [
    'PUT',
    `${base}/{id}/tags`,
    (context) =>
      known(context, (device) =>
        detail(
          Object.assign(device, {
            tags: tags.filter((tag) => context.body.tagIds.includes(tag.id)).map(tagRef),
          }),
        ),
      ),
  ],
  [
    'PUT',
    `${base}/{id}/owner`,
    (context) =>
      known(context, (device) =>
        detail(
          Object.assign(device, {
            owner: context.body.personId
              ? ([person, jonas].find((one) => one.id === context.body.personId) ?? jonas)
              : null,
          }),
        ),
      ),
  ],
  [
    'POST',
    `${base}/{id}/clean-sync`,
    (context) => known(context, (device) => void Object.assign(device, { requestedCleanSync: 'CLEAN' })),
  ],
  [
    'DELETE',
    `${base}/{id}/clean-sync`,
    (context) => known(context, (device) => void Object.assign(device, { requestedCleanSync: null })),
  ],
  [
    'POST',
    `${base}/{id}/release-credential`,
    (context) =>
      known(context, (device) => void Object.assign(device, { releasedUntil: minutesAgo(-1_440) })),
  ],
  [
    'DELETE',
    `${base}/{id}/release-credential`,
    (context) => known(context, (device) => void Object.assign(device, { releasedUntil: null })),
  ],
  ['DELETE', `${base}/{id}`, () => undefined],
  ['POST', `${base}/bulk`, ({ body }) => ({ changed: body.ids.length, refused: [] })],
  ['GET', '/api/organizations/{organization}/ownership-claims', ({ empty }) => (empty ? [] : claims)],
  ['POST', '/api/organizations/{organization}/ownership-claims/{id}/confirm', () => void claims.splice(0)],
  ['POST', '/api/organizations/{organization}/ownership-claims/{id}/refuse', () => void claims.splice(0)],
  [
    'GET',
    '/api/organizations/{organization}/my/devices',
    ({ empty }) =>
      empty
        ? []
        : [devices[0], devices[5]].map((device, index) => ({
            id: device.id,
            hostname: device.hostname,
            modelIdentifier: device.modelIdentifier,
            lastSyncAt: device.lastSyncAt,
            nextExpectedAt: device.nextExpectedAt,
            ownership: index === 0 ? 'OWNER' : 'CLAIMED',
          })),
  ],
  [
    'GET',
    '/api/organizations/{organization}/my/blocks',
    ({ query, empty }) =>
      page(
        empty
          ? []
          : [0, 5, 8, 4].map((file, index) => ({
              event: {
                id: id('eve', index + 1),
                occurredAt: minutesAgo(6 + index * 190),
                fileName: software[file].fileName,
                sha256: software[file].sha256,
                publisher: software[file].signer?.organization ?? null,
                device: deviceRef(devices[0]),
              },
              times: [3, 1, 2, 5][index],
              lastAt: minutesAgo(6 + index * 190),
              request: [
                null,
                { id: id('req', 1), state: 'IN_REVIEW' },
                { id: id('req', 4), state: 'REJECTED' },
                { id: id('req', 3), state: 'APPROVED' },
              ][index],
              allowedNow: index === 3,
            })),
        query,
      ),
  ],
  ['POST', '/api/organizations/{organization}/my/ownership-claims', () => undefined],
];
