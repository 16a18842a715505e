import { id } from '../mock/data.mjs';

// Every page that is looked at. `cookies` tell the mocked API who asks and whether its lists are empty.
const inside = '/console/o/northwind';
const signedOut = { 'mock-session': 'none' };

export const pages = [
  { name: 'sign-in', path: '/console/sign-in', cookies: signedOut },
  { name: 'set-up', path: '/console/set-up', cookies: { ...signedOut, 'mock-setup': 'required' } },
  { name: 'invitation', path: '/console/invitation#token', cookies: signedOut },
  { name: 'invitation-dead', path: '/console/invitation#dead', cookies: signedOut },
  { name: 'organizations', path: '/console/organizations' },
  { name: 'installation', path: '/console/installation/organizations' },
  { name: 'customers', path: '/console/o/fjord/customers' },
  { name: 'customers-empty', path: '/console/o/fjord/customers', cookies: { mock: 'empty' } },
  { name: 'settings', path: `${inside}/settings` },
  { name: 'people', path: `${inside}/people` },
  { name: 'people-filtered', path: `${inside}/people?state=SUSPENDED&text=a` },
  { name: 'people-none', path: `${inside}/people?text=nobody` },
  { name: 'people-empty', path: `${inside}/people`, cookies: { mock: 'empty' } },
  {
    name: 'people-invite',
    path: `${inside}/people`,
    act: (page) => page.getByRole('button', { name: 'Invite', exact: true }).click(),
  },
  { name: 'person', path: `${inside}/people/${id('per', 3)}` },
  {
    name: 'person-suspend',
    path: `${inside}/people/${id('per', 3)}`,
    act: (page) => page.getByRole('button', { name: 'Suspend' }).click(),
  },
  { name: 'roles', path: `${inside}/roles` },
  { name: 'ledger', path: `${inside}/ledger` },
  { name: 'ledger-empty', path: `${inside}/ledger`, cookies: { mock: 'empty' } },
  {
    name: 'ledger-filter',
    path: `${inside}/ledger?action=rule.update`,
    act: (page) => page.getByRole('button', { name: 'Filter', exact: true }).click(),
  },
  { name: 'ledger-entry', path: `${inside}/ledger/${id('ent', 4212)}` },
  { name: 'ledger-entry-gone', path: `${inside}/ledger/${id('ent', 1)}` },
  { name: 'enrolments', path: `${inside}/enrolments` },
  { name: 'enrolments-empty', path: `${inside}/enrolments`, cookies: { mock: 'empty' } },
  {
    name: 'enrolments-issued',
    path: `${inside}/enrolments`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Rotate secret' }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Rotate secret' }).click();
      await page.getByText('SyncBaseURL').waitFor();
    },
  },
  { name: 'tags', path: `${inside}/tags` },
  {
    name: 'tag-edit',
    path: `${inside}/tags`,
    act: (page) => page.getByRole('button', { name: 'Edit' }).first().click(),
  },
  { name: 'search', path: `${inside}/people`, act: searchFor('an') },
  { name: 'keyboard-help', path: `${inside}/people`, act: (page) => page.keyboard.press('?') },
  {
    name: 'own-menu',
    path: `${inside}/people`,
    act: (page) => page.getByRole('button', { name: 'My account' }).click(),
  },
  {
    name: 'organization-menu',
    path: `${inside}/people`,
    act: (page) => page.getByRole('button', { name: 'choose another organization' }).click(),
  },
  { name: 'not-found', path: `${inside}/nowhere` },
  { name: 'no-permission', path: `${inside}/settings`, cookies: { 'mock-session': 'employee' } },
];

function searchFor(text) {
  return async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(text);
    await page.getByRole('option', { name: /@/ }).first().waitFor();
  };
}
