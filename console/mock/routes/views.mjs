import { id, minutesAgo, person } from '../data.mjs';

const path = '/api/organizations/{organization}/saved-views';
const views = [
  {
    id: id('viw', 1),
    list: 'devices',
    name: 'Behind for a day',
    query: 'state=BEHIND&sort=-lastSyncAt',
    preferred: false,
  },
];
const firefox = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0';
const change = {
  organization: id('org', 1),
  action: 'rule.update',
  objectType: 'rule',
  objectName: 'Firefox',
};
const activity = [
  ['SIGNED_IN', ['PASSWORD', 'AUTHENTICATOR_APP'], ''],
  ['PERMISSION_REFUSED', [], 'rule.manage'],
  ['CHANGED', [], ''],
  ['SIGNED_OUT', [], ''],
  ['SIGN_IN_REFUSED', ['PASSWORD'], ''],
  ['SIGNED_IN', ['PASSKEY'], ''],
].map(([kind, factors, detail], number) => ({
  id: kind === 'CHANGED' ? id('ent', 4212) : id('act', number + 1),
  at: minutesAgo(number * 47 + 3),
  person,
  kind,
  factors,
  detail,
  address: kind === 'CHANGED' ? '' : '203.0.113.17',
  browser: kind === 'CHANGED' ? '' : firefox,
  change: kind === 'CHANGED' ? change : null,
}));
const page = () => ({ items: activity, next: null });

export const routes = [
  ['GET', path, () => views],
  ['POST', path, ({ body }) => ({ id: id('viw', 99), ...body })],
  ['PUT', `${path}/{id}`, ({ params, body }) => ({ ...body, id: params.id })],
  ['DELETE', `${path}/{id}`, () => null],
  ['GET', '/api/organizations/{organization}/activity', page],
  ['GET', '/api/account/activity', page],
];
