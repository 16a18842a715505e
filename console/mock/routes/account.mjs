import { refuse } from '../answers.mjs';
import { id, minutesAgo, session } from '../data.mjs';

const state = { authenticatorSince: null, passkeys: [], backupCodesLeft: 0 };
const codes = Array.from({ length: 10 }, (_, number) => `k3m${number}-x7qd-p2ws-ab5y`);
const issue = () => {
  state.backupCodesLeft = codes.length;
  return { backupCodes: codes };
};
const demands = {
  secondFactorForAll: false,
  secondFactorRoles: ['SECURITY_ADMIN'],
  idleMinutes: 30,
  longestMinutes: null,
};
const furnished = {
  authenticatorSince: minutesAgo(60 * 24 * 40),
  passkeys: [
    {
      id: id('key', 1),
      name: 'Safari on macOS',
      createdAt: minutesAgo(60 * 24 * 30),
      lastUsedAt: minutesAgo(50),
    },
    {
      id: id('key', 2),
      name: 'Security key in the safe',
      createdAt: minutesAgo(60 * 24 * 9),
      lastUsedAt: null,
    },
  ],
  passkeysPossible: true,
  backupCodesLeft: 2,
};
const sessions = [
  {
    id: id('ses', 1),
    browser:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15',
    address: '203.0.113.17',
    factors: ['PASSWORD', 'AUTHENTICATOR_APP'],
    beganAt: minutesAgo(190),
    lastUsedAt: minutesAgo(0),
    current: true,
  },
  {
    id: id('ses', 2),
    browser: 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
    address: '2001:db8::7a:1',
    factors: ['PASSKEY'],
    beganAt: minutesAgo(600),
    lastUsedAt: minutesAgo(48),
    current: false,
  },
];

export const routes = [
  [
    'GET',
    '/api/account/factors',
    ({ cookies }) =>
      cookies.includes('mock-factors=some') ? furnished : { ...state, passkeysPossible: true },
  ],
  [
    'POST',
    '/api/account/factors/authenticator',
    () => ({
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      address:
        'otpauth://totp/Gatehouse:ines.varga%40northwind.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Gatehouse',
    }),
  ],
  [
    'POST',
    '/api/account/factors/authenticator/confirm',
    ({ body }) => {
      if (body.code === '000000') {
        return refuse(422, 'That is not the code that the app shows now', [
          { field: 'code', message: 'is not the code that the app shows now' },
        ]);
      }
      state.authenticatorSince = minutesAgo(0);
      return issue();
    },
  ],
  [
    'DELETE',
    '/api/account/factors/authenticator',
    () => {
      state.authenticatorSince = null;
    },
  ],
  ['POST', '/api/account/factors/backup-codes', issue],
  ['GET', '/api/account/sessions', () => sessions],
  ['DELETE', '/api/account/sessions', () => undefined],
  ['DELETE', '/api/account/sessions/{id}', () => undefined],
  ['GET', '/api/session/second-factor', () => ({ factors: ['AUTHENTICATOR_APP', 'BACKUP_CODE'] })],
  ['POST', '/api/session/second-factor', () => session],
  ['POST', '/api/account/waiting-actions/{id}/confirm', () => undefined],
  ['POST', '/api/organizations/{organization}/people/{id}/end-sessions', () => undefined],
  ['POST', '/api/organizations/{organization}/people/{id}/remove-factors', () => undefined],
  ['GET', '/api/organizations/{organization}/sign-in-demands', () => demands],
  ['PUT', '/api/organizations/{organization}/sign-in-demands', ({ body }) => Object.assign(demands, body)],
];
