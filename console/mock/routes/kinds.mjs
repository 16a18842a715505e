import { minutesAgo } from '../data.mjs';

const provider = '/api/organizations/{organization}/identity-providers/{id}';
const certificate = (subject, serialNumber, validUntil) => ({
  subject,
  serialNumber,
  validFrom: minutesAgo(500_000),
  validUntil,
});
const trust = {
  entityId: 'https://sts.windows.net/5a1f0c9e/',
  problem: null,
  readAt: minutesAgo(140),
  provider: [
    certificate('CN=Microsoft Azure Federated SSO Certificate', '1f6a', '2027-02-14T10:00:00Z'),
    certificate('CN=Microsoft Azure Federated SSO Certificate', '2b90', '2029-11-01T10:00:00Z'),
  ],
  own: [certificate('CN=gatehouse.northwind.example', '77aa', '2029-11-20T08:00:00Z')],
};
const prepared = {
  ...trust,
  own: [...trust.own, certificate('CN=gatehouse.northwind.example', '88bb', '2029-11-24T08:00:00Z')],
};

export const routes = [
  ['GET', `${provider}/saml`, () => trust],
  ['POST', `${provider}/saml/next-key`, () => prepared],
  ['POST', `${provider}/saml/next-key/use`, () => trust],
  ['POST', `${provider}/ldap/test`, () => undefined],
  ['POST', '/api/sign-in/ldap/{provider}', () => ({ address: '/console/' })],
];
