import { refuse } from '../answers.mjs';
import { id, minutesAgo, organizations } from '../data.mjs';

const connections = [
  {
    id: id('con', 1),
    organizationId: organizations[0].id,
    organizationName: organizations[0].name,
    program: 'deploy-helper',
    permissions: ['organization.read', 'rule.read', 'event.read'],
    connectedAt: minutesAgo(60 * 24 * 3),
    expiresAt: minutesAgo(-60 * 24 * 87),
    lastUsedAt: minutesAgo(4),
    lastUsedAddress: '203.0.113.17',
  },
  {
    id: id('con', 2),
    organizationId: organizations[1].id,
    organizationName: organizations[1].name,
    program: 'Program without a name',
    permissions: ['device.read'],
    connectedAt: minutesAgo(30),
    expiresAt: minutesAgo(-60 * 24 * 90),
    lastUsedAt: null,
    lastUsedAddress: null,
  },
];

const waiting = {
  program: 'deploy-helper',
  asked: ['rule.read', 'event.read'],
  address: '198.51.100.9',
  ownAddress: '203.0.113.17',
  askedAt: minutesAgo(1),
  expiresAt: minutesAgo(-9),
  choices: organizations.slice(0, 2).map((organization, number) => ({
    organizationId: organization.id,
    organizationName: organization.name,
    permissions: number ? ['rule.read'] : ['rule.read', 'event.read'],
  })),
};

const accounts = [
  {
    provider: id('idp', 1),
    providerName: 'Northwind staff',
    organization: id('org', 1),
    organizationName: 'Northwind',
    subject: '8f1c2a77-3b0e-4a4f-9a55-0f1d2c3b4a59',
    linkedAt: minutesAgo(90000),
    lastUsedAt: minutesAgo(45),
  },
];

export const routes = [
  ['GET', '/api/account/linked-accounts', ({ empty }) => (empty ? [] : accounts)],
  ['GET', '/api/organizations/{organization}/people/{person}/linked-accounts', () => accounts],
  ['DELETE', '/api/organizations/{organization}/people/{person}/linked-accounts/{provider}', () => undefined],
  ['GET', '/api/account/connections', () => connections],
  ['POST', '/api/account/connections', () => connections[0]],
  ['DELETE', '/api/account/connections/{id}', () => undefined],
  ['POST', '/api/account/connections/deny', () => undefined],
  [
    'POST',
    '/api/account/connections/waiting',
    ({ body }) =>
      body.userCode.startsWith('X')
        ? refuse(404, 'No program waits under this code: it is wrong, used or too old')
        : waiting,
  ],
  ['GET', '/api/organizations/{organization}/people/{person}/connections', () => [connections[0]]],
  ['POST', '/api/organizations/{organization}/people/{person}/connections/{id}/end', () => undefined],
];
