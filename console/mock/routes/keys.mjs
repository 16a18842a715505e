import { Answer } from '../answers.mjs';
import { id, minutesAgo, person } from '../data.mjs';

const day = 60 * 24;
const accounts = [
  {
    id: id('svc', 1),
    name: 'Build pipeline',
    purpose: 'Allows what the build made, before it reaches the Macs.',
    owner: person,
    permissions: ['device.read', 'event.read', 'rule.manage', 'rule.read'],
    state: 'ACTIVE',
    version: 3,
    createdAt: minutesAgo(200 * day),
    keys: 2,
    lastUsedAt: minutesAgo(3),
    nextExpiryAt: minutesAgo(-9 * day),
  },
  {
    id: id('svc', 2),
    name: 'Inventory export',
    purpose: 'Copies the list of Macs into the asset register every night.',
    owner: { id: id('per', 3), displayName: 'Mara Lind', email: 'mara.lind@northwind.example' },
    permissions: ['device.read'],
    state: 'SUSPENDED',
    version: 1,
    createdAt: minutesAgo(20 * day),
    keys: 0,
    lastUsedAt: null,
    nextExpiryAt: null,
  },
];
const keys = [
  {
    id: id('key', 1),
    name: 'Runner in Berlin, from December',
    beginning: 'gatehouse_7f3a9c1e55d0b824',
    permissions: accounts[0].permissions,
    networks: ['198.51.100.0/24'],
    state: 'ACTIVE',
    createdAt: minutesAgo(2 * day),
    expiresAt: minutesAgo(-88 * day),
    lastUsedAt: minutesAgo(3),
    lastUsedAddress: '198.51.100.23',
    revokedAt: null,
    revokedBecause: null,
  },
  {
    id: id('key', 2),
    name: 'Runner in Berlin',
    beginning: 'gatehouse_0b9d22f4ac61e7f3',
    permissions: ['event.read', 'rule.manage', 'rule.read'],
    networks: [],
    state: 'ACTIVE',
    createdAt: minutesAgo(81 * day),
    expiresAt: minutesAgo(-9 * day),
    lastUsedAt: minutesAgo(4 * day),
    lastUsedAddress: '198.51.100.23',
    revokedAt: null,
    revokedBecause: null,
  },
  {
    id: id('key', 3),
    name: 'Trial',
    beginning: 'gatehouse_d41f6a08c7b3e592',
    permissions: ['rule.read'],
    networks: [],
    state: 'REVOKED',
    createdAt: minutesAgo(199 * day),
    expiresAt: minutesAgo(169 * day),
    lastUsedAt: null,
    lastUsedAddress: null,
    revokedAt: minutesAgo(190 * day),
    revokedBecause: 'It was pasted into a ticket',
  },
];
const base = '/api/organizations/{organization}/service-accounts';
const find = (wanted) => accounts.find((account) => account.id === wanted) ?? accounts[0];

export const routes = [
  ['GET', base, ({ empty }) => (empty ? [] : accounts)],
  ['POST', base, ({ body }) => new Answer(201, { ...accounts[1], ...body, id: accounts[1].id })],
  ['GET', `${base}/{id}`, ({ params }) => find(params.id)],
  ['PUT', `${base}/{id}`, ({ params, body }) => ({ ...find(params.id), ...body })],
  ['POST', `${base}/{id}/suspend`, ({ params }) => ({ ...find(params.id), state: 'SUSPENDED' })],
  ['POST', `${base}/{id}/resume`, ({ params }) => ({ ...find(params.id), state: 'ACTIVE' })],
  ['DELETE', `${base}/{id}`, () => new Answer(204)],
  [
    'GET',
    `${base}/{account}/keys`,
    ({ params, empty }) => (empty || params.account !== accounts[0].id ? [] : keys),
  ],
  [
    'POST',
    `${base}/{account}/keys`,
    ({ body }) =>
      new Answer(201, {
        key: { ...keys[0], ...body },
        text: `gatehouse_7f3a9c1e55d0b824_${'4c1f9ab2'.repeat(9)}`,
      }),
  ],
  ['POST', `${base}/{account}/keys/{id}/revoke`, () => ({ ...keys[1], state: 'REVOKED' })],
];
