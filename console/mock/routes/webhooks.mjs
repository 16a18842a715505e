import { page } from '../answers.mjs';
import { id, minutesAgo } from '../data.mjs';

const organization = '/api/organizations/{organization}';
const destinations = [
  {
    id: id('dst', 1),
    name: 'Security data lake',
    url: 'https://hooks.northwind.example/gatehouse',
    types: ['request.advanced', 'request.closed', 'request.submitted'],
    state: 'ENABLED',
    formerSecretUntil: minutesAgo(-60 * 20),
    failures: 0,
    restingUntil: null,
    waiting: 0,
    dead: 0,
    createdAt: minutesAgo(60 * 24 * 40),
  },
  {
    id: id('dst', 2),
    name: 'Service desk',
    url: 'https://desk.northwind.example/inbound/approvals',
    types: ['request.closed'],
    state: 'ENABLED',
    formerSecretUntil: null,
    failures: 7,
    restingUntil: minutesAgo(-3),
    waiting: 12,
    dead: 1,
    createdAt: minutesAgo(60 * 24 * 9),
  },
];
const deliveries = [
  ['request.submitted', 1, 'DELIVERED', 1, 204, null, 4],
  ['request.closed', 2, 'WAITING', 3, 503, 'It refused', 30],
  ['request.closed', 1, 'DELIVERED', 2, 200, null, 95],
  ['request.closed', 2, 'DEAD', 10, null, 'No answer: desk.northwind.example gives no answer in time', 5000],
  ['webhook.test', 1, 'DELIVERED', 1, 204, null, 9000],
].map(([type, destination, state, attempts, status, problem, minutes], number) => ({
  id: id('dlv', number),
  destinationId: id('dst', destination),
  destinationName: destinations[destination - 1].name,
  type,
  subject: id('req', number),
  path: `/requests/${id('req', number)}`,
  state,
  attempts,
  status,
  problem,
  dueAt: state === 'WAITING' ? minutesAgo(-25) : null,
  createdAt: minutesAgo(minutes),
  changedAt: minutesAgo(minutes),
}));
const secret = () => ({
  id: id('dst', 3),
  secret: 'whsec_S3ZrbDhyZ2pQaTBuV2V4bTNwQ2hUY2VUbW9ja2VkIQ==',
});

export const routes = [
  ['GET', `${organization}/destinations`, ({ empty }) => (empty ? [] : destinations)],
  ['POST', `${organization}/destinations`, secret],
  ['PUT', `${organization}/destinations/{id}`, () => undefined],
  ['PUT', `${organization}/destinations/{id}/state`, () => undefined],
  ['DELETE', `${organization}/destinations/{id}`, () => undefined],
  ['POST', `${organization}/destinations/{id}/secret`, secret],
  ['POST', `${organization}/destinations/{id}/test`, () => deliveries[0]],
  ['POST', `${organization}/destinations/{id}/replay`, () => ({ deliveries: 1 })],
  [
    'GET',
    `${organization}/deliveries`,
    ({ query, empty }) =>
      page(
        empty
          ? []
          : deliveries.filter(
              ({ state, destinationId }) =>
                (!query.state || state === query.state) &&
                (!query.destination || destinationId === query.destination),
            ),
        query,
      ),
  ],
  [
    'GET',
    `${organization}/deliveries/{id}`,
    ({ params }) => {
      const delivery = deliveries.find((known) => known.id === params.id) ?? deliveries[0];
      return {
        delivery,
        attempts: Array.from({ length: delivery.attempts }, (_, number) => ({
          at: minutesAgo(30 * (number + 1)),
          status: number === 0 ? delivery.status : 503,
          problem: number === 0 ? delivery.problem : 'It refused',
          milliseconds: 140 + 13 * number,
        })),
      };
    },
  ],
  ['POST', `${organization}/deliveries/{id}/replay`, () => undefined],
];
