import { Answer, page, refuse } from '../answers.mjs';
import { id, minutesAgo, person } from '../data.mjs';
import { actorOf, deviceRef, devices, rules, tagRef, tags } from '../fleet.mjs';

const base = '/api/organizations/{organization}/rules';
const configurations = '/api/organizations/{organization}/configurations';

const scopeOf = ({ kind, tagId, deviceId }) =>
  kind === 'TAG'
    ? { kind, tag: tagRef(tags.find((tag) => tag.id === tagId) ?? tags[0]) }
    : kind === 'DEVICE'
      ? { kind, device: deviceRef(devices.find((device) => device.id === deviceId) ?? devices[0]) }
      : { kind };
const ruleOf = (input) => ({
  celExpression: null,
  customMessage: null,
  customUrl: null,
  buttonLabel: null,
  comment: null,
  expiresAt: null,
  ...input,
  scope: scopeOf(input.scope),
  owner: null,
  softwareName: null,
  requestId: null,
  createdAt: minutesAgo(0),
  createdBy: actorOf(person),
  updatedAt: minutesAgo(0),
  reach: { devices: 64, delivered: 0 },
});
const check = ({ body }) => {
  const errors = [];
  const patterns = {
    TEAMID: /^[A-Z0-9]{10}$/,
    SIGNINGID: /^([A-Z0-9]{10}|platform):.+$/,
    CDHASH: /^[0-9a-f]{40}$/,
    BINARY: /^[0-9a-f]{64}$/,
    CERTIFICATE: /^[0-9a-f]{64}$/,
  };
  const identifier = ['BINARY', 'CERTIFICATE', 'CDHASH'].includes(body.ruleType)
    ? body.identifier.trim().toLowerCase()
    : body.identifier.trim();
  if (!patterns[body.ruleType].test(identifier)) {
    errors.push({
      field: 'identifier',
      message:
        body.ruleType === 'TEAMID'
          ? 'A team ID has ten letters or digits, such as EQHXZ8M8AV.'
          : 'Not of the form of this type.',
    });
  }
  if (body.policy === 'CEL' && /require_touchid|today\(/.test(body.celExpression ?? '')) {
    errors.push({ field: 'celExpression', message: 'today() exists only in version 2 of the protocol.' });
  }
  return {
    normalizedIdentifier: errors.some(({ field }) => field === 'identifier') ? null : identifier,
    errors,
    warnings: body.ruleType === 'TEAMID' ? ['Allows everything that this team signs, today and later.'] : [],
    reach: { devices: body.scope.kind === 'ORGANIZATION' ? 64 : body.scope.kind === 'TAG' ? 16 : 1 },
    shadows:
      identifier === '43AQ936H96'
        ? [{ id: rules[0].id, scope: rules[0].scope, policy: rules[0].policy }]
        : [],
    cacheable: body.policy === 'CEL' ? !/args|euid|cwd/.test(body.celExpression ?? '') : undefined,
  };
};

const nothing = Object.fromEntries(
  'clientMode allowedPathRegex blockedPathRegex removableMedia encryptedRemovableMedia enableBundles enableTransitiveRules enableAllEventUpload disableUnknownEventUpload overrideFileAccessAction batchSize fullSyncIntervalSeconds pushNotificationFullSyncIntervalSeconds pushNotificationGlobalRuleSyncDeadlineSeconds eventDetailUrl eventDetailText'
    .split(' ')
    .map((name) => [name, null]),
);
const configured = [
  [
    { kind: 'ORGANIZATION' },
    {
      clientMode: 'MONITOR',
      enableBundles: true,
      removableMedia: { action: 'REMOUNT', remountFlags: ['rdonly', 'noexec'] },
      blockedPathRegex: '^/private/tmp/.*',
    },
  ],
  [
    { kind: 'TAG', tag: tagRef(tags[2]) },
    { clientMode: 'LOCKDOWN', removableMedia: { action: 'BLOCK', remountFlags: [] } },
  ],
  [
    { kind: 'TAG', tag: tagRef(tags[0]) },
    { clientMode: 'LOCKDOWN', enableTransitiveRules: true },
  ],
  [{ kind: 'DEVICE', device: deviceRef(devices[5]) }, { clientMode: 'STANDALONE' }],
].map(([scope, settings], index) => ({
  scope,
  settings: { ...nothing, ...settings },
  version: index + 1,
  updatedAt: minutesAgo(900 + index * 4_000),
  updatedBy: actorOf(person),
  warnings: [],
}));
const save = (scope, body) => {
  const same = (other) =>
    other.scope.kind === scope.kind &&
    (other.scope.tag?.id ?? other.scope.device?.id) === (scope.tag?.id ?? scope.device?.id);
  const saved = {
    scope,
    settings: body.settings,
    version: body.version + 1,
    updatedAt: minutesAgo(0),
    updatedBy: actorOf(person),
    warnings: [],
  };
  const index = configured.findIndex(same);
  configured.splice(index < 0 ? configured.length : index, index < 0 ? 0 : 1, saved);
  return saved;
};

export const routes = [
  [
    'GET',
    base,
    ({ query, empty }) =>
      page(
        empty
          ? []
          : rules.filter(
              (rule) =>
                (!query.text ||
                  `${rule.identifier}${rule.softwareName}${rule.comment}`
                    .toLowerCase()
                    .includes(query.text.toLowerCase())) &&
                (!query.ruleType || rule.ruleType === query.ruleType) &&
                (!query.policy || rule.policy === query.policy) &&
                (!query.scope || rule.scope.kind === query.scope) &&
                (!query.expiring || rule.expiresAt),
            ),
        query,
      ),
  ],
  [
    'POST',
    base,
    ({ body }) => {
      const rule = { id: id('rul', rules.length + 1), version: 1, ...ruleOf(body) };
      rules.unshift(rule);
      return new Answer(201, rule);
    },
  ],
  ['POST', `${base}/check`, check],
  ['POST', `${base}/bulk`, ({ body }) => ({ changed: body.ids.length, refused: [] })],
  [
    'POST',
    `${base}/import`,
    ({ body }) =>
      body.content.includes('broken')
        ? {
            added: 0,
            changed: 0,
            removed: 0,
            unchanged: 0,
            applied: false,
            differences: [],
            errors: [{ line: 3, message: 'TEAMID “broken” is not ten letters or digits.' }],
          }
        : {
            added: 1,
            changed: 1,
            removed: body.mode === 'REPLACE' ? 1 : 0,
            unchanged: 6,
            errors: [],
            applied: !body.dryRun,
            differences: [
              {
                kind: 'ADD',
                rule: {
                  ruleType: 'TEAMID',
                  identifier: 'EQHXZ8M8AV',
                  policy: 'ALLOWLIST',
                  scope: { kind: 'ORGANIZATION' },
                  comment: 'Google',
                },
              },
              {
                kind: 'CHANGE',
                rule: {
                  ruleType: 'TEAMID',
                  identifier: '43AQ936H96',
                  policy: 'ALLOWLIST',
                  scope: { kind: 'ORGANIZATION' },
                  comment: 'Reviewed',
                },
                before: {
                  ruleType: 'TEAMID',
                  identifier: '43AQ936H96',
                  policy: 'BLOCKLIST',
                  scope: { kind: 'ORGANIZATION' },
                  comment: 'Mozilla, until reviewed',
                },
              },
              ...(body.mode === 'REPLACE'
                ? [
                    {
                      kind: 'REMOVE',
                      rule: {
                        ruleType: 'TEAMID',
                        identifier: '2MMRE5MTB8',
                        policy: 'SILENT_BLOCKLIST',
                        scope: { kind: 'TAG', tagId: tags[2].id },
                      },
                    },
                  ]
                : []),
            ],
          },
  ],
  [
    'GET',
    `${base}/{id}`,
    ({ params }) => rules.find((rule) => rule.id === params.id) ?? refuse(404, 'No such rule.'),
  ],
  [
    'PUT',
    `${base}/{id}`,
    ({ params, body }) => {
      const rule = rules.find((one) => one.id === params.id);
      return body.version === rule.version
        ? Object.assign(rule, ruleOf(body), { version: rule.version + 1 })
        : refuse(409, 'Somebody else changed this rule meanwhile. Load it again.');
    },
  ],
  [
    'DELETE',
    `${base}/{id}`,
    ({ params }) =>
      void rules.splice(
        rules.findIndex((rule) => rule.id === params.id),
        1,
      ),
  ],
  ['GET', configurations, ({ empty }) => (empty ? [] : configured)],
  [
    'GET',
    `${configurations}/defaults`,
    () => ({
      ...nothing,
      clientMode: 'MONITOR',
      allowedPathRegex: '',
      blockedPathRegex: '',
      removableMedia: { action: 'ALLOW', remountFlags: [] },
      encryptedRemovableMedia: { action: 'ALLOW', remountFlags: [] },
      enableBundles: true,
      enableTransitiveRules: false,
      enableAllEventUpload: false,
      disableUnknownEventUpload: false,
      overrideFileAccessAction: 'NONE',
      batchSize: 100,
      fullSyncIntervalSeconds: 240,
      pushNotificationFullSyncIntervalSeconds: 14_400,
      pushNotificationGlobalRuleSyncDeadlineSeconds: 600,
      eventDetailUrl: 'https://gatehouse.example/console/o/northwind/block?machineId=%machine_id%',
      eventDetailText: 'Ask for it',
    }),
  ],
  ['PUT', `${configurations}/organization`, ({ body }) => save({ kind: 'ORGANIZATION' }, body)],
  [
    'PUT',
    `${configurations}/tags/{id}`,
    ({ params, body }) => save(scopeOf({ kind: 'TAG', tagId: params.id }), body),
  ],
  [
    'PUT',
    `${configurations}/devices/{id}`,
    ({ params, body }) => save(scopeOf({ kind: 'DEVICE', deviceId: params.id }), body),
  ],
  [
    'DELETE',
    `${configurations}/tags/{id}`,
    ({ params }) =>
      void configured.splice(
        configured.findIndex(({ scope }) => scope.tag?.id === params.id),
        1,
      ),
  ],
  [
    'DELETE',
    `${configurations}/devices/{id}`,
    ({ params }) =>
      void configured.splice(
        configured.findIndex(({ scope }) => scope.device?.id === params.id),
        1,
      ),
  ],
];
