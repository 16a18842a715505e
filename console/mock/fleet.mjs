// A made-up fleet: Macs, software, blocks, rules and requests that all mocked routes of the first door share.
import { id, minutesAgo, person } from './data.mjs';

const hex = (seed, length) => {
  let state = seed * 2654435761 + 97;
  return Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return '0123456789abcdef'[(state >> 12) & 15];
  }).join('');
};

export const jonas = {
  id: id('per', 2),
  displayName: 'Jonas Weber',
  email: 'jonas.weber@northwind.example',
};
const mara = { id: id('per', 3), displayName: 'Mara Lind', email: 'mara.lind@northwind.example' };
const tomasz = { id: id('per', 4), displayName: 'Tomasz Nowak', email: 'tomasz.nowak@northwind.example' };
const owners = [jonas, mara, tomasz, person, null];

export const actorOf = ({ id: personId, displayName }) => ({ type: 'PERSON', id: personId, displayName });
export const system = { type: 'SYSTEM', id: null, displayName: 'Gatehouse' };

export const tags = [
  ['Pilot', '#7c3aed', 'Gets every change a week early'],
  ['Engineering', '#0f766e', 'Compilers are allowed here'],
  ['Design', '#c026d3', 'Creative suites and colour tools'],
  ['Finance', '#b45309', 'Lockdown, no exceptions without a second look'],
].map(([name, color, description], index) => ({
  id: id('tag', index + 1),
  name,
  color,
  description,
  position: index,
  deviceCount: [12, 86, 41, 22][index],
}));
export const tagRef = ({ id: tagId, name, color }) => ({ id: tagId, name, color });

const hosts =
  'aurora basalt cedar delta ember fjord glacier harbor iris juniper kestrel lagoon maple nimbus onyx pine quartz reef sierra tundra umbra vale willow xenon yarrow zephyr'.split(
    ' ',
  );
const healths = [
  'HEALTHY',
  'HEALTHY',
  'HEALTHY',
  'HEALTHY',
  'LATE',
  'HEALTHY',
  'STALE',
  'HEALTHY',
  'DRIFTED',
];
const models = ['Mac16,1', 'Mac15,3', 'Mac14,2', 'MacBookPro18,3', 'Mac16,10'];
const santas = ['2026.6', '2026.5', '2025.12', '2025.4'];

export const devices = Array.from({ length: 64 }, (_, index) => {
  const health = index === 40 ? 'NEVER_SYNCED' : healths[index % healths.length];
  const behind = { HEALTHY: 2, LATE: 19, STALE: 4_400, DRIFTED: 3, NEVER_SYNCED: 0 }[health];
  return {
    id: id('dev', index + 1),
    machineId:
      `${hex(index + 11, 8)}-${hex(index + 12, 4)}-${hex(index + 13, 4)}-${hex(index + 14, 12)}`.toUpperCase(),
    hostname: `nw-${hosts[index % hosts.length]}-${String(index + 1).padStart(2, '0')}`,
    serialNumber: `C02${hex(index + 3, 9).toUpperCase()}`,
    modelIdentifier: models[index % models.length],
    osVersion: ['26.1', '26.0.1', '15.7'][index % 3],
    santaVersion: santas[index % santas.length],
    clientMode: index % 7 === 3 ? 'MONITOR' : index % 11 === 5 ? 'STANDALONE' : 'LOCKDOWN',
    tags: [tags[index % 4], ...(index % 9 === 0 ? [tags[3]] : [])]
      .filter((tag, position, all) => all.indexOf(tag) === position)
      .map(tagRef),
    owner: owners[index % owners.length],
    primaryUser: ['jonas.weber', 'mara.lind', 'tomasz.nowak', 'lena.fuchs', 'build'][index % 5],
    health,
    lastSyncAt: health === 'NEVER_SYNCED' ? null : minutesAgo(behind + (index % 3) * 0.4),
    nextExpectedAt:
      health === 'NEVER_SYNCED' ? null : new Date(Date.now() + (index % 4) * 40_000 + 20_000).toISOString(),
    rulesBehind: { LATE: 2, STALE: 41, DRIFTED: 3 }[health] ?? 0,
  };
});
export const deviceRef = ({ id: deviceId, hostname, serialNumber, machineId }) => ({
  id: deviceId,
  hostname,
  serialNumber,
  machineId,
});

const makers = {
  mozilla: ['Mozilla Corporation', '43AQ936H96'],
  obs: ['OBS Project', '2MMRE5MTB8'],
  blender: ['Stichting Blender Foundation', '68UA947AUU'],
  figma: ['Figma, Inc.', 'T8RA8NE3B7'],
  docker: ['Docker Inc', '9BNSXJN65R'],
  brew: [null, null],
};
const programs = [
  ['Firefox', 'mozilla', 'org.mozilla.firefox', '/Applications/Firefox.app/Contents/MacOS'],
  ['OBS', 'obs', 'com.obsproject.obs-studio', '/Applications/OBS.app/Contents/MacOS'],
  ['Blender', 'blender', 'org.blenderfoundation.blender', '/Applications/Blender.app/Contents/MacOS'],
  ['Figma', 'figma', 'com.figma.Desktop', '/Applications/Figma.app/Contents/MacOS'],
  ['com.docker.backend', 'docker', 'com.docker.backend', '/Applications/Docker.app/Contents/MacOS'],
  ['ripgrep', 'brew', null, '/opt/homebrew/bin'],
  ['terraform-provider-aws_v6', 'brew', null, '/Users/jonas/.terraform/plugins'],
  ['Thunderbird', 'mozilla', 'org.mozilla.thunderbird', '/Applications/Thunderbird.app/Contents/MacOS'],
  ['crypto_helper', 'brew', null, '/private/tmp'],
  ['plugin-container', 'mozilla', 'org.mozilla.plugincontainer', '/Applications/Firefox.app/Contents/MacOS'],
];

const certificatesOf = ([name, team], seed) =>
  name === null
    ? []
    : [
        [`Developer ID Application: ${name} (${team})`, name, team],
        ['Developer ID Certification Authority', 'Apple Inc.', 'Apple Certification Authority'],
        ['Apple Root CA', 'Apple Inc.', 'Apple Certification Authority'],
      ].map(([commonName, organization, organizationalUnit], index) => ({
        sha256: hex(seed * 31 + index, 64),
        commonName,
        organization,
        organizationalUnit,
        validFrom: '2023-02-01T00:00:00Z',
        validUntil: '2028-02-01T00:00:00Z',
      }));

export const software = programs.map(([fileName, makerName, identifier, path], index) => {
  const maker = makers[makerName];
  const signingChain = certificatesOf(maker, index + 1);
  return {
    sha256: hex(index + 401, 64),
    fileName,
    signingId: identifier && `${maker[1]}:${identifier}`,
    teamId: maker[1],
    signer: signingChain[0]
      ? { commonName: signingChain[0].commonName, organization: signingChain[0].organization }
      : null,
    firstSeenAt: minutesAgo(90 + index * 1_900),
    lastSeenAt: minutesAgo(2 + index * 7),
    devices: [31, 12, 8, 27, 19, 14, 1, 6, 1, 30][index],
    blocks: [44, 17, 9, 3, 0, 6, 2, 5, 12, 0][index],
    executions: [0, 0, 2, 812, 4_410, 190, 0, 0, 0, 65][index],
    cdhash: hex(index + 801, 40),
    certificateSha256: signingChain[0]?.sha256 ?? null,
    signingChain,
    signingStatus: signingChain.length ? 'PRODUCTION' : fileName === 'ripgrep' ? 'ADHOC' : 'UNSIGNED',
    bundles: path.includes('.app')
      ? [{ hash: hex(index + 901, 64), name: fileName, version: `${140 + index}.0.1` }]
      : [],
    paths: [path],
    versions: path.includes('.app') ? [`${140 + index}.0.1`, `${139 + index}.0`] : [],
    directory: path,
  };
});

const decisions = [
  'BLOCK_UNKNOWN',
  'BLOCK_UNKNOWN',
  'ALLOW_UNKNOWN',
  'BLOCK_BINARY',
  'ALLOW_SIGNINGID',
  'BLOCK_TEAMID',
];

export const events = Array.from({ length: 120 }, (_, index) => {
  const file = software[(index * 7) % software.length];
  const decision = file.fileName === 'crypto_helper' ? 'BLOCK_BINARY' : decisions[index % decisions.length];
  const at = minutesAgo(1.5 + index * 11);
  return {
    id: id('eve', index + 1),
    occurredAt: at,
    receivedAt: at,
    device: deviceRef(devices[(index * 5) % devices.length]),
    decision,
    blocked: decision.startsWith('BLOCK'),
    fileName: file.fileName,
    filePath: file.directory,
    sha256: file.sha256,
    cdhash: file.cdhash,
    signingId: file.signingId,
    teamId: file.teamId,
    signer: file.signer,
    executingUser: ['jonas', 'mara', 'tomasz', 'ines'][index % 4],
    parentName: ['launchd', 'zsh', 'Finder'][index % 3],
    pid: 4_210 + index,
    ppid: 1,
    bundle: file.bundles[0]
      ? {
          hash: file.bundles[0].hash,
          name: file.bundles[0].name,
          version: file.bundles[0].version,
          identifier: file.signingId?.split(':')[1] ?? null,
        }
      : null,
  };
});

const organizationScope = { kind: 'ORGANIZATION' };
export const rules = [
  [
    'TEAMID',
    '43AQ936H96',
    'BLOCKLIST',
    organizationScope,
    'Mozilla, until reviewed',
    'Mozilla Corporation',
    null,
  ],
  [
    'SIGNINGID',
    'T8RA8NE3B7:com.figma.Desktop',
    'ALLOWLIST',
    { kind: 'TAG', tag: tagRef(tags[1]) },
    null,
    'Figma',
    null,
  ],
  [
    'SIGNINGID',
    '9BNSXJN65R:com.docker.backend',
    'ALLOWLIST',
    { kind: 'TAG', tag: tagRef(tags[0]) },
    'Asked for by the platform group',
    'Docker',
    null,
  ],
  [
    'BINARY',
    software[8].sha256,
    'SILENT_GUI_BLOCKLIST',
    organizationScope,
    'Dropper found last week',
    'crypto_helper',
    null,
  ],
  [
    'CERTIFICATE',
    software[2].certificateSha256,
    'ALLOWLIST',
    { kind: 'TAG', tag: tagRef(tags[1]) },
    null,
    'Blender Foundation',
    minutesAgo(-14_400),
  ],
  [
    'CDHASH',
    software[5].cdhash,
    'ALLOWLIST_COMPILER',
    { kind: 'DEVICE', device: deviceRef(devices[0]) },
    'Trial on one Mac',
    'ripgrep',
    minutesAgo(-2_880),
  ],
  [
    'SIGNINGID',
    'EQHXZ8M8AV:com.google.Chrome',
    'CEL',
    organizationScope,
    'Only recent builds',
    'Google Chrome',
    null,
  ],
  [
    'TEAMID',
    '2MMRE5MTB8',
    'SILENT_BLOCKLIST',
    { kind: 'TAG', tag: tagRef(tags[2]) },
    null,
    'OBS Project',
    null,
  ],
].map(([ruleType, identifier, policy, scope, comment, softwareName, expiresAt], index) => ({
  id: id('rul', index + 1),
  version: 1 + (index % 3),
  ruleType,
  identifier,
  policy,
  celExpression:
    policy === 'CEL'
      ? "target.signing_time >= timestamp('2026-03-01T00:00:00Z') ? ALLOWLIST : BLOCKLIST"
      : null,
  scope,
  customMessage: index === 0 ? 'Firefox is being reviewed. Ask for it if you need it.' : null,
  customUrl: null,
  buttonLabel: null,
  comment,
  owner: index % 2 ? mara : person,
  expiresAt,
  createdAt: minutesAgo(40_000 - index * 3_000),
  createdBy: actorOf(index % 2 ? mara : person),
  updatedAt: minutesAgo(4_000 - index * 410),
  softwareName,
  requestId: index === 2 ? id('req', 3) : null,
  reach: {
    devices: [64, 16, 16, 64, 16, 1, 64, 16][index],
    delivered: [61, 16, 15, 63, 16, 0, 64, 14][index],
  },
}));

const askers = [jonas, tomasz, mara, jonas, tomasz];
export const requests = [
  ['IN_REVIEW', 0, 'I test our web release in Firefox every two weeks; without it I cannot sign it off.', 22],
  ['IN_REVIEW', 1, 'We record the product walkthrough on Thursday and the studio uses OBS scenes.', 210],
  ['APPROVED', 4, 'Containers for the build farm images.', 1_900],
  ['REJECTED', 8, 'It came with a script that a vendor sent me.', 2_900],
  ['IN_REVIEW', 6, 'The infrastructure plan fails because this provider is blocked.', 1_480],
  ['WITHDRAWN', 7, 'Wanted to try another mail program.', 6_000],
  ['CHANGES_REQUESTED', 2, 'A customer sends drawings that nothing else opens.', 95],
].map(([state, file, justification, minutes], index) => ({
  id: id('req', index + 1),
  number: 41 + index,
  state,
  kind: 'SOFTWARE',
  title: software[file].fileName,
  requester: index === 6 ? jonas : askers[index % askers.length],
  device: deviceRef(devices[[0, 2, 1, 5, 2, 0, 0][index]]),
  justification,
  submittedAt: minutesAgo(minutes),
  waitsFor: state === 'IN_REVIEW' ? ['Security'] : [],
  decidedAt: ['APPROVED', 'REJECTED'].includes(state) ? minutesAgo(minutes - 65) : null,
  decidedBy: ['APPROVED', 'REJECTED'].includes(state) ? mara : null,
  file,
}));
