import { page, refuse } from '../answers.mjs';
import { id, minutesAgo } from '../data.mjs';
import { deviceRef, devices, events, rules, software } from '../fleet.mjs';

const base = '/api/organizations/{organization}';
const publicSoftware = (file) =>
  Object.fromEntries(Object.entries(file).filter(([name]) => name !== 'directory'));
const rulesFor = (file) =>
  rules.filter(({ identifier }) =>
    [file.sha256, file.cdhash, file.signingId, file.teamId, file.certificateSha256].includes(identifier),
  );

export const detailOf = (file) => ({
  ...publicSoftware(file),
  deviceList: devices.slice(0, Math.min(6, file.devices)).map((device, index) => ({
    device: deviceRef(device),
    firstSeenAt: minutesAgo(9_000 + index * 70),
    lastSeenAt: minutesAgo(20 + index * 31),
  })),
  rules: rulesFor(file),
  sameSigningId: file.signingId ? { software: 4, devices: file.devices + 3 } : null,
  sameTeam: file.teamId ? { software: 11, devices: file.devices + 9 } : null,
});

const eventDetail = (event) => {
  const file = software.find(({ sha256 }) => sha256 === event.sha256);
  const rule = rulesFor(file)[0];
  return {
    ...event,
    loggedInUsers: ['jonas', 'root'],
    currentSessions: ['jonas@console', 'jonas@ttys001'],
    signingChain: file.signingChain,
    entitlements: file.signingId
      ? [
          { key: 'com.apple.security.cs.allow-jit', value: true },
          { key: 'com.apple.security.device.audio-input', value: true },
          { key: 'com.apple.developer.team-identifier', value: file.teamId },
        ]
      : [],
    entitlementsFiltered: false,
    csFlags: 570_503_953,
    signingStatus: file.signingStatus,
    signingTime: file.signingId ? minutesAgo(70_000) : null,
    secureSigningTime: file.signingId ? minutesAgo(70_000) : null,
    quarantine: event.filePath.includes('.app')
      ? {
          dataUrl: `https://download.example.org/${event.fileName}.dmg`,
          refererUrl: 'https://example.org/download',
          timestamp: minutesAgo(9_100),
          agentBundleId: 'com.apple.Safari',
        }
      : null,
    staticRule: false,
    bundleDetail: event.bundle && {
      ...event.bundle,
      versionString: event.bundle.version,
      path: '/Applications/Firefox.app',
      executablePath: 'Contents/MacOS/firefox',
      hashMillis: 812,
      binaryCount: 14,
    },
    claimedTime: null,
    why: rule ? 'The rule for the team is the only one that names it.' : null,
    rule: rule ? { id: rule.id, scope: rule.scope, policy: rule.policy } : null,
    software: { sha256: file.sha256, fileName: file.fileName },
    request: event.fileName === 'Firefox' ? { id: id('req', 1), state: 'IN_REVIEW' } : null,
  };
};

const contains = (value, wanted) => !wanted || (value ?? '').toLowerCase().includes(wanted.toLowerCase());

export const routes = [
  [
    'GET',
    `${base}/events`,
    ({ query, empty }) =>
      page(
        empty
          ? []
          : events.filter(
              (event) =>
                contains(event.fileName + event.filePath + event.sha256, query.text) &&
                contains(event.fileName, query.file) &&
                contains(event.signer?.organization, query.signer) &&
                contains(event.sha256, query.sha256) &&
                (!query.device || event.device.id === query.device) &&
                (!query.decision ||
                  event.decision === query.decision ||
                  event.decision.startsWith(`${query.decision}_`)),
            ),
        query,
      ),
  ],
  [
    'GET',
    `${base}/events/{id}`,
    ({ params }) => {
      const event = events.find((one) => one.id === params.id);
      return event ? eventDetail(event) : refuse(404, 'No such event.');
    },
  ],
  [
    'GET',
    `${base}/file-access-events`,
    ({ query, empty }) =>
      page(
        empty
          ? []
          : Array.from({ length: 12 }, (_, index) => ({
              id: id('faa', index + 1),
              occurredAt: minutesAgo(9 + index * 130),
              receivedAt: minutesAgo(8 + index * 130),
              claimedTime: null,
              device: deviceRef(devices[index * 3]),
              ruleName: ['ChromeCookies', 'KeychainFiles'][index % 2],
              ruleVersion: 'v4',
              target: '/Users/jonas/Library/Application Support/Google/Chrome/Default/Cookies',
              decision: ['DENIED', 'AUDIT_ONLY', 'DENIED_INVALID_SIGNATURE'][index % 3],
              processChain: [
                {
                  filePath: '/opt/homebrew/bin/rg',
                  pid: 812,
                  signingId: null,
                  teamId: null,
                  cdhash: software[5].cdhash,
                  sha256: software[5].sha256,
                  signingChain: [],
                },
                {
                  filePath: '/bin/zsh',
                  pid: 402,
                  signingId: 'platform:com.apple.zsh',
                  teamId: null,
                  cdhash: null,
                  sha256: null,
                  signingChain: [],
                },
              ],
            })),
        query,
      ),
  ],
  [
    'GET',
    `${base}/audit-events`,
    ({ query, empty }) =>
      page(
        empty
          ? []
          : [5, 16].map((index, position) => ({
              id: id('aud', position + 1),
              device: deviceRef(devices[index]),
              kind: 'STANDALONE_RULE_CREATED',
              decision: 'ALLOW_BINARY',
              identifier: software[5].sha256,
              occurredAt: minutesAgo(300 + position * 900),
              receivedAt: minutesAgo(298 + position * 900),
              claimedTime: null,
            })),
        query,
      ),
  ],
  [
    'GET',
    `${base}/software`,
    ({ query, empty }) =>
      page(
        empty
          ? []
          : software
              .filter(
                (file) =>
                  contains(`${file.fileName}${file.sha256}${file.signingId}`, query.text) &&
                  contains(file.signer?.organization, query.signer) &&
                  (query.blocked === undefined || (query.blocked === 'true') === file.blocks > 0),
              )
              .map(publicSoftware),
        query,
      ),
  ],
  [
    'GET',
    `${base}/software/{id}`,
    ({ params }) => {
      const file = software.find(({ sha256 }) => sha256 === params.id);
      return file ? detailOf(file) : refuse(404, 'No Mac has reported this file.');
    },
  ],
  [
    'GET',
    `${base}/bundles/{id}`,
    ({ params }) => {
      const file = software.find(({ bundles }) => bundles[0]?.hash === params.id);
      return file
        ? {
            ...file.bundles[0],
            identifier: 'org.mozilla.firefox',
            versionString: null,
            path: '/Applications/Firefox.app',
            executablePath: 'Contents/MacOS/firefox',
            hashMillis: 840,
            binaryCount: 14,
            received: 12,
            complete: false,
            verified: false,
            members: [file, ...software.slice(5, 9)].map(({ sha256, fileName, directory, signingId }) => ({
              sha256,
              fileName,
              path: directory,
              signingId,
            })),
          }
        : refuse(404, 'No such bundle.');
    },
  ],
];
