import { Answer, refuse } from '../answers.mjs';
import { id, minutesAgo } from '../data.mjs';

const base = '/api/organizations/{organization}';
const names = {
  email: 'email',
  displayName: 'name',
  department: 'department',
  title: 'title',
  costCenter: '',
  manager: '',
};

const domains = [
  {
    name: 'northwind.example',
    recordName: '_gatehouse-challenge.northwind.example',
    recordValue: 'gatehouse-verification=Vb6nGm0bG7rJ4o1w8yTqZk2sXcPdLhEf',
    claimedAt: minutesAgo(9000),
    verifiedAt: minutesAgo(8000),
    verifiedBy: 'DNS',
    checkedAt: minutesAgo(8000),
    finding: null,
    lapsesAt: null,
  },
  {
    name: 'northwind-old.example',
    recordName: '_gatehouse-challenge.northwind-old.example',
    recordValue: 'gatehouse-verification=Zk2sXcPdLhEfVb6nGm0bG7rJ4o1w8yTq',
    claimedAt: minutesAgo(90000),
    verifiedAt: minutesAgo(80000),
    verifiedBy: 'DNS',
    checkedAt: minutesAgo(200),
    finding: 'The TXT record under _gatehouse-challenge.northwind-old.example says something else',
    lapsesAt: minutesAgo(-12000),
  },
  {
    name: 'northwind-labs.example',
    recordName: '_gatehouse-challenge.northwind-labs.example',
    recordValue: 'gatehouse-verification=q3Tn9ZxA5uKe7RwYhJ2mCvB8sDfGpL4o',
    claimedAt: minutesAgo(30),
    verifiedAt: null,
    verifiedBy: null,
    checkedAt: minutesAgo(3),
    finding:
      'There is no TXT record under _gatehouse-challenge.northwind-labs.example yet; a new one can take some minutes',
    lapsesAt: null,
  },
];

const provider = (number, name, preset, state) => ({
  organization: id('org', 1),
  id: id('idp', number),
  kind: 'OIDC',
  preset,
  name,
  state,
  settings: {
    issuer: 'https://id.northwind.example/realms/staff',
    clientId: 'gatehouse',
    scopes: 'profile email',
    hostedDomain: '',
  },
  hasSecret: true,
  secretExpiresOn: '2027-05-01',
  claimNames: names,
  secondFactorMethods: ['mfa'],
  version: 3,
  changedAt: minutesAgo(60),
  testedAt: minutesAgo(20),
  testedVersion: 3,
});
const providers = [
  provider(1, 'Northwind', 'KEYCLOAK', 'DRAFT'),
  provider(2, 'Entra', 'ENTRA_ID', 'ENABLED'),
  {
    ...provider(3, 'Contoso', 'ENTRA_ID', 'DRAFT'),
    kind: 'SAML',
    settings: {
      metadataAddress: 'https://login.microsoftonline.com/5a1f0c9e/federationmetadata.xml',
      metadata: '',
    },
  },
  {
    ...provider(4, 'Head office', 'ACTIVE_DIRECTORY', 'DRAFT'),
    kind: 'LDAP',
    settings: {
      address: 'ldaps://dc1.northwind.example',
      bindDn: 'cn=gatehouse,dc=northwind,dc=example',
      baseDn: 'dc=northwind,dc=example',
      groupBaseDn: 'dc=northwind,dc=example',
      personFilter: '(&(objectClass=user)(userPrincipalName={name}))',
      subjectAttribute: 'objectGUID',
      certificates: '',
    },
  },
];
const ours = 'https://gatehouse.northwind.example/api/sign-in';
const addresses = {
  OIDC: ({ id }) => ({
    redirectUri: `${ours}/oidc/${id}`,
    postLogoutRedirectUri: 'https://gatehouse.northwind.example/console/sign-in',
  }),
  SAML: ({ id }) => ({
    entityId: `${ours}/saml/${id}/metadata`,
    assertionConsumerService: `${ours}/saml/${id}/answer`,
    singleLogoutService: `${ours}/saml/${id}/logout`,
    metadata: `${ours}/saml/${id}/metadata`,
  }),
  LDAP: () => ({}),
};

const rules = [
  {
    id: id('rul', 1),
    claim: null,
    value: null,
    role: 'END_USER',
    customRole: null,
    customRoleName: null,
    team: null,
    joinsTeam: false,
  },
  {
    id: id('rul', 2),
    claim: 'groups',
    value: 'security-operations',
    role: 'SECURITY_ADMIN',
    customRole: null,
    customRoleName: null,
    team: null,
    joinsTeam: false,
  },
  {
    id: id('rul', 3),
    claim: 'groups',
    value: 'engineering',
    role: null,
    customRole: null,
    customRoleName: null,
    team: { id: id('tea', 1), name: 'Engineering' },
    joinsTeam: true,
  },
];
const claims = {
  sub: ['8f1c'],
  email: ['ada@northwind.example'],
  name: ['Ada Lovelace'],
  groups: ['engineering'],
  email_verified: ['true'],
};
const word = {
  email: 'ada@northwind.example',
  displayName: 'Ada Lovelace',
  department: 'Engineering',
  title: 'Engineer',
  costCenter: '',
  manager: '',
  gained: [rules[0], rules[2]],
};
const find = (wanted) => providers.find((one) => one.id === wanted);
const view = (found) => ({
  provider: found,
  addresses: addresses[found.kind](found),
  rules,
  endings:
    found.kind === 'SAML'
      ? [
          { what: 'CERTIFICATE', at: minutesAgo(-9000) },
          { what: 'OWN_CERTIFICATE', at: minutesAgo(-30000) },
        ]
      : [],
});

export const routes = [
  [
    'GET',
    `${base}/provisioning`,
    ({ empty }) => ({
      address: `https://gatehouse.example/api/organizations/${id('org', 1)}/scim/v2`,
      providerId: empty ? null : id('idp', 1),
      groupsClaim: empty ? null : 'groups',
      users: empty ? 0 : 248,
      groups: empty
        ? []
        : [
            { displayName: 'Engineering', members: 61 },
            { displayName: 'Gatehouse admins', members: 3 },
          ],
    }),
  ],
  ['PUT', `${base}/provisioning`, ({ body }) => body],
  ['GET', `${base}/required-provider`, () => ({ provider: null, fallbackPeople: [] })],
  ['PUT', `${base}/required-provider`, ({ body }) => body],
  ['GET', `${base}/domains`, ({ empty }) => (empty ? [] : domains)],
  [
    'POST',
    `${base}/domains`,
    ({ body }) =>
      body.name === 'gmail.com'
        ? refuse(422, 'name must be your own: under gmail.com anybody gets a mailbox', [
            { field: 'name', message: 'must be your own: under gmail.com anybody gets a mailbox' },
          ])
        : new Answer(201, { ...domains[2], name: body.name }),
  ],
  ['POST', `${base}/domains/{name}/check`, () => domains[2]],
  ['DELETE', `${base}/domains/{name}`, () => undefined],
  ['GET', `${base}/identity-providers`, ({ empty }) => (empty ? [] : providers)],
  ['POST', `${base}/identity-providers`, () => new Answer(201, view(providers[0]))],
  ['GET', `${base}/identity-providers/{id}`, ({ params }) => view(find(params.id))],
  ['PUT', `${base}/identity-providers/{id}`, ({ params }) => view(find(params.id))],
  ['PUT', `${base}/identity-providers/{id}/mapping`, ({ params }) => view(find(params.id))],
  [
    'PUT',
    `${base}/identity-providers/{id}/state`,
    ({ params, body }) => view(Object.assign(find(params.id), { state: body.state })),
  ],
  [
    'POST',
    `${base}/identity-providers/{id}/check`,
    () => [
      { severity: 'OK', about: 'discovery', text: 'The provider is there and calls itself as entered' },
      { severity: 'OK', about: 'keys', text: "The provider's keys can be read" },
      {
        severity: 'ERROR',
        about: 'wrong-secret',
        text: 'The provider does not take the client ID with this secret: enter the secret again, or a new one if it has ended',
      },
    ],
  ],
  ['POST', `${base}/identity-providers/{id}/test`, () => ({ address: null })],
  [
    'GET',
    `${base}/identity-providers/{id}/test`,
    () => ({
      outcome: {
        at: minutesAgo(20),
        version: 3,
        passed: true,
        findings: [{ severity: 'OK', about: 'signed-in', text: 'This person would come in' }],
        subject: '8f1c',
        claims,
        word,
        secondFactor: false,
        methods: [],
      },
    }),
  ],
  [
    'GET',
    `${base}/identity-providers/{id}/known-claims`,
    () => [
      {
        person: id('per', 9),
        displayName: 'Ada Lovelace',
        email: 'ada@northwind.example',
        lastUsedAt: minutesAgo(20),
        claims,
      },
    ],
  ],
  ['POST', `${base}/identity-providers/{id}/preview`, () => word],
  ['DELETE', `${base}/identity-providers/{id}`, () => undefined],
];
