import { minutesAgo } from '../data.mjs';

const path = '/api/organizations/{organization}/slack';
const state = {
  workspace: {
    teamName: 'Northwind',
    channel: 'C0123456789',
    clientId: '1234.5678',
    highestRisk: 30,
    restingUntil: null,
    problem: null,
    connectedAt: minutesAgo(60 * 24 * 12),
  },
  linkedAt: null,
};
const view = (empty) => ({
  interactions: 'https://gatehouse.example.com/api/slack/0199/interactions',
  redirect: 'https://gatehouse.example.com/api/organizations/0199/slack/account/answer',
  workspace: empty ? null : state.workspace,
});

export const routes = [
  ['GET', path, ({ empty }) => view(empty)],
  [
    'PUT',
    path,
    ({ body }) => {
      const { channel, clientId, highestRisk } = body;
      Object.assign(state.workspace, { channel, clientId, highestRisk });
      return view(false);
    },
  ],
  ['DELETE', path, () => undefined],
  ['POST', `${path}/test`, () => undefined],
  [
    'GET',
    `${path}/account`,
    ({ empty }) => ({ teamName: empty ? null : state.workspace.teamName, linkedAt: state.linkedAt }),
  ],
  ['POST', `${path}/account/link`, () => ({ address: '/console/account?slack=linked' })],
  ['DELETE', `${path}/account`, () => undefined],
];
