// Made-up people and organizations that all mocked routes share.
export const id = (kind, number) =>
  `${kind
    .padEnd(8, '0')
    .slice(0, 8)
    .replace(/[^0-9a-f]/g, (letter) =>
      (letter.charCodeAt(0) % 16).toString(16),
    )}-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const minutesAgo = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();

export const organizations = [
  {
    id: id('org', 1),
    slug: 'northwind',
    name: 'Northwind Studios',
    kind: 'ENTERPRISE',
    parentId: null,
    accentColor: '#3457d5',
    timeZone: 'Europe/Berlin',
    ownershipConfirmation: 'ADMIN',
  },
  {
    id: id('org', 2),
    slug: 'fjord',
    name: 'Fjord Security',
    kind: 'PROVIDER',
    parentId: null,
    accentColor: '#0f766e',
    timeZone: 'Europe/Oslo',
    ownershipConfirmation: 'ADMIN',
  },
  {
    id: id('org', 3),
    slug: 'halden',
    name: 'Halden Robotics',
    kind: 'CUSTOMER',
    parentId: id('org', 2),
    accentColor: '#b45309',
    timeZone: 'Europe/Oslo',
    ownershipConfirmation: 'PRIMARY_USER_EMAIL',
  },
  {
    id: id('org', 4),
    slug: 'brygge',
    name: 'Brygge Bank',
    kind: 'CUSTOMER',
    parentId: id('org', 2),
    accentColor: '#7c3aed',
    timeZone: 'Europe/Oslo',
    ownershipConfirmation: 'ADMIN',
  },
];

const everything = [
  'approval.policy.manage',
  'organization.manage',
  'customer.read',
  'customer.create',
  'people.read',
  'people.manage',
  'ledger.read',
  'key.manage',
  'ledger.export',
  'ledger.erase',
  'ledger.hold',
  'ledger.retain',
  'device.read',
  'device.manage',
  'enrolment.manage',
  'rule.read',
  'rule.manage',
  'configuration.read',
  'configuration.manage',
  'event.read',
  'request.create',
  'request.read',
  'request.decide',
  'dashboard.read',
  'engagement.read',
  'engagement.manage',
  'portfolio.read',
  'entrant.read',
  'entrant.end',
];
const ofKind = {
  customer: 'PROVIDER',
  engagement: 'PROVIDER',
  portfolio: 'PROVIDER',
  entrant: 'CUSTOMER',
};

export const person = { id: id('per', 1), displayName: 'Ines Varga', email: 'ines.varga@northwind.example' };

export const session = {
  person,
  operator: true,
  memberships: organizations.map((organization) => ({
    organization,
    roles: [
      organization.kind === 'ENTERPRISE'
        ? 'SECURITY_ADMIN'
        : organization.kind === 'PROVIDER'
          ? 'SUPER_ADMIN'
          : 'CUSTOMER_ADMIN',
    ],
    permissions: everything.filter(
      (permission) => (ofKind[permission.split('.')[0]] ?? organization.kind) === organization.kind,
    ),
  })),
};

/** What somebody sees who only asks. */
export const employeeSession = {
  person: { id: id('per', 2), displayName: 'Jonas Weber', email: 'jonas.weber@northwind.example' },
  operator: false,
  memberships: [{ organization: organizations[0], roles: ['END_USER'], permissions: ['request.create'] }],
};

const technicianPermissions = [
  'organization.read',
  'customer.read',
  'portfolio.read',
  'dashboard.read',
  'device.read',
  'device.manage',
  'enrolment.manage',
  'rule.read',
  'configuration.read',
  'event.read',
  'request.create',
  'request.read',
];

/** A technician who works for a customer of the provider. */
export const technicianSession = {
  ...session,
  operator: false,
  memberships: session.memberships.slice(1, 3).map((membership) =>
    membership.organization.kind === 'PROVIDER'
      ? {
          ...membership,
          roles: ['TECHNICIAN'],
          permissions: technicianPermissions,
        }
      : {
          ...membership,
          roles: [],
          permissions: ['organization.read', 'dashboard.read', 'device.read', 'event.read', 'rule.read'],
          engagement: {
            provider: organizations[1].id,
            providerName: organizations[1].name,
            level: 'READ_ONLY',
            until: new Date(Date.now() + 80 * 60_000).toISOString(),
          },
        },
  ),
};

/** Somebody who follows the service at customers and nothing technical. */
export const accountManagerSession = {
  ...session,
  operator: false,
  memberships: [
    {
      ...session.memberships[1],
      roles: ['ACCOUNT_MANAGER'],
      permissions: ['organization.read', 'customer.read', 'customer.create', 'portfolio.read', 'people.read'],
    },
  ],
};
