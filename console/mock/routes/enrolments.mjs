import { tags as fleetTags } from '../fleet.mjs';
import { Answer, refuse } from '../answers.mjs';
import { id, minutesAgo } from '../data.mjs';

let tags = fleetTags;
const secret = (number, hint, rest) => ({
  id: id('sec', number),
  hint,
  createdAt: minutesAgo(number * 9000),
  retiresAt: null,
  lastUsedAt: minutesAgo(2),
  ...rest,
});
const enrolments = [
  {
    id: id('enr', 1),
    name: 'Engineering, all sites',
    tags: [tags[1]],
    maximumDevices: null,
    deviceCount: 1284,
    state: 'ACTIVE',
    certificateBound: false,
    secrets: [
      secret(1, '…7fQa'),
      secret(2, '…k2Lp', { retiresAt: minutesAgo(-60 * 24 * 5), lastUsedAt: minutesAgo(40) }),
    ],
  },
  {
    id: id('enr', 2),
    name: 'Design team, Berlin',
    tags: [tags[2], tags[0]],
    maximumDevices: 60,
    deviceCount: 41,
    state: 'ACTIVE',
    certificateBound: true,
    secrets: [secret(3, '…Zx09')],
  },
  {
    id: id('enr', 3),
    name: 'Fair demo',
    tags: [],
    maximumDevices: 5,
    deviceCount: 3,
    state: 'REVOKED',
    certificateBound: false,
    secrets: [secret(4, '…m3Rt', { retiresAt: minutesAgo(9000), lastUsedAt: null })],
  },
];
const issued = (enrolment) => ({
  enrolment,
  secret: 'gh-enrol-Yw3kQ7vJt9sXbN5mLr2cZp8d',
  syncBaseUrl: 'https://gatehouse.example/santa/gh-enrol-Yw3kQ7vJt9sXbN5mLr2cZp8d/',
});
const base = '/api/organizations/{organization}';
const find = (wanted) => enrolments.find((enrolment) => enrolment.id === wanted);

export const routes = [
  ['GET', `${base}/tags`, ({ empty }) => (empty ? [] : tags)],
  ['POST', `${base}/tags`, ({ body }) => new Answer(201, { ...tags[0], ...body })],
  [
    'PUT',
    `${base}/tags/order`,
    ({ body }) => {
      tags = body.ids.map((wanted) => tags.find((tag) => tag.id === wanted));
      return tags;
    },
  ],
  [
    'PUT',
    `${base}/tags/{id}`,
    ({ params, body }) =>
      Object.assign(
        tags.find((tag) => tag.id === params.id),
        body,
      ),
  ],
  [
    'DELETE',
    `${base}/tags/{id}`,
    ({ query }) => (query.force ? undefined : refuse(409, '3 rules and 1 configuration apply to this tag.')),
  ],
  ['GET', `${base}/enrolments`, ({ empty }) => (empty ? [] : enrolments)],
  [
    'POST',
    `${base}/enrolments`,
    ({ body }) => new Answer(201, issued({ ...enrolments[0], name: body.name })),
  ],
  ['POST', `${base}/enrolments/{id}/secrets`, ({ params }) => new Answer(201, issued(find(params.id)))],
  ['DELETE', `${base}/enrolments/{id}/secrets/{secretId}`, () => undefined],
  [
    'POST',
    `${base}/enrolments/{id}/revoke`,
    ({ params }) => Object.assign(find(params.id), { state: 'REVOKED' }),
  ],
  [
    'POST',
    `${base}/enrolments/{id}/profile`,
    () => new Answer(200, '<plist/>', 'application/x-apple-aspen-config'),
  ],
];
