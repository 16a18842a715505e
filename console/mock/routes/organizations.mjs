import { Answer } from '../answers.mjs';
import { id, minutesAgo, organizations } from '../data.mjs';

const created = (name) => ({
  organization: { ...organizations[0], name },
  invitation: {
    link: 'https://gatehouse.example/invitation#vT4tq0y2bqUZ9m3KJx1u8nLwQe5rHs7dPfGcAi6oYkM',
    email: 'admin@example.com',
    expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  },
});

const claims = [
  {
    organization: id('org', 2),
    organizationName: 'Contoso Manufacturing',
    name: 'contoso.example',
    claimedAt: minutesAgo(190),
    claimedBy: 'Ada Byron',
    claimedByEmail: 'ada.byron@contoso.example',
  },
  {
    organization: id('org', 3),
    organizationName: 'Fabrikam',
    name: 'a-rather-long-division-of-fabrikam.industries.example',
    claimedAt: minutesAgo(4000),
    claimedBy: null,
    claimedByEmail: null,
  },
];

export const routes = [
  ['GET', '/api/installation/domain-claims', ({ empty }) => (empty ? [] : claims)],
  ['POST', '/api/installation/domain-claims/confirm', () => undefined],
  [
    'GET',
    '/api/installation/organizations',
    ({ empty }) => (empty ? [] : organizations.filter(({ parentId }) => !parentId)),
  ],
  ['POST', '/api/installation/organizations', ({ body }) => new Answer(201, created(body.name))],
  [
    'GET',
    '/api/organizations/{organization}',
    ({ params }) => organizations.find(({ id }) => id === params.organization),
  ],
  [
    'PATCH',
    '/api/organizations/{organization}',
    ({ params, body }) =>
      Object.assign(
        organizations.find(({ id }) => id === params.organization),
        body,
      ),
  ],
  [
    'GET',
    '/api/organizations/{organization}/customers',
    ({ empty }) => (empty ? [] : organizations.filter(({ parentId }) => parentId)),
  ],
  ['POST', '/api/organizations/{organization}/customers', ({ body }) => new Answer(201, created(body.name))],
];
