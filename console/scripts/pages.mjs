// Every page that is looked at. `cookies` tell the mocked API who asks and whether its lists are empty.
import { id } from '../mock/data.mjs';
import { software } from '../mock/fleet.mjs';

const inside = '/console/o/northwind';
const employee = { 'mock-session': 'employee' };
const technician = { 'mock-session': 'technician' };
const signedOut = { 'mock-session': 'none' };

export const pages = [
  { name: 'sign-in', path: '/console/sign-in', cookies: signedOut },
  { name: 'second-factor', path: '/console/sign-in/second-factor', cookies: signedOut },
  { name: 'account', path: '/console/account', cookies: { 'mock-factors': 'some' } },
  { name: 'account-demanded', path: '/console/account?demandedBy=northwind' },
  {
    name: 'account-app',
    path: '/console/account',
    act: (page) => page.getByRole('button', { name: 'Add authenticator app' }).click(),
  },
  { name: 'connect', path: '/console/connect' },
  {
    name: 'connect-consent',
    path: '/console/connect?user_code=BCDF-GHJK',
    act: async (page) => {
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('button', { name: 'Allow' }).scrollIntoViewIfNeeded();
    },
  },
  { name: 'person-programs', path: `${inside}/people/${id('per', 3)}?tab=programs` },
  { name: 'away', path: `${inside}/away` },
  {
    name: 'away-give',
    path: `${inside}/away`,
    act: (page) => page.getByRole('button', { name: 'Name somebody' }).click(),
  },
  { name: 'policies', path: `${inside}/requests/policies` },
  { name: 'policies-empty', path: `${inside}/requests/policies`, cookies: { mock: 'empty' } },
  {
    name: 'policies-draft',
    path: `${inside}/requests/policies?tab=draft`,
    act: (page) => page.getByText(/undeclared reference/).waitFor(),
  },
  {
    name: 'policies-canvas',
    path: `${inside}/requests/policies?tab=draft`,
    act: async (page, shape) => {
      if (shape.startsWith('phone')) return;
      await page.getByRole('button', { name: 'Canvas' }).click();
      await page.getByRole('button', { name: /^and Finance/ }).click();
    },
  },
  {
    name: 'policies-explain',
    path: `${inside}/requests/policies?tab=explain`,
    act: async (page) => {
      await page.getByRole('combobox', { name: 'Who asks' }).click();
      await page.getByRole('option', { name: 'Mara Lind' }).click();
      await page.getByRole('button', { name: 'Who would decide?' }).click();
      await page.getByText('It takes the route').waitFor();
    },
  },
  {
    name: 'policies-replay',
    path: `${inside}/requests/policies?tab=replay`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Replay', exact: true }).click();
      await page.getByText('Requests replayed').waitFor();
    },
  },
  { name: 'policies-versions', path: `${inside}/requests/policies?tab=versions` },
  {
    name: 'policies-difference',
    path: `${inside}/requests/policies?tab=versions`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Compare' }).last().click();
      await page.getByText('How two versions differ').waitFor();
    },
  },
  {
    name: 'policies-route',
    path: `${inside}/requests/policies?tab=draft`,
    act: async (page) => {
      await page.getByRole('button', { name: /1\. Risky/ }).click();
      await page.getByText('What a condition may look at').click();
    },
  },
  {
    name: 'policies-stage',
    path: `${inside}/requests/policies?tab=draft`,
    act: (page) => page.getByRole('button', { name: /^Security after/ }).click(),
  },
  {
    name: 'policies-group',
    path: `${inside}/requests/policies?tab=draft`,
    act: (page) => page.getByRole('button', { name: /^Finance/ }).click(),
  },
  { name: 'votes', path: `${inside}/requests/votes`, cookies: employee },
  { name: 'votes-empty', path: `${inside}/requests/votes`, cookies: { ...employee, mock: 'empty' } },
  { name: 'vote', path: `${inside}/requests/votes/${software[0].sha256}`, cookies: employee },
  {
    name: 'vote-flag',
    path: `${inside}/requests/votes/${software[0].sha256}`,
    cookies: employee,
    act: (page) => page.getByRole('button', { name: 'It looks bad' }).first().click(),
  },
  {
    name: 'vote-review',
    path: `${inside}/requests/votes/${software[0].sha256}`,
    act: (page) => page.getByText('Who said what').first().scrollIntoViewIfNeeded(),
  },
  { name: 'voting', path: `${inside}/requests/voting` },
  { name: 'demands', path: `${inside}/sign-in` },
  { name: 'single-sign-on', path: `${inside}/single-sign-on` },
  { name: 'single-sign-on-empty', path: `${inside}/single-sign-on`, cookies: { mock: 'empty' } },
  {
    name: 'single-sign-on-domain',
    path: `${inside}/single-sign-on`,
    act: (page) => page.getByRole('button', { name: 'Add domain' }).click(),
  },
  {
    name: 'single-sign-on-provider',
    path: `${inside}/single-sign-on/${id('idp', 1)}`,
    act: (page) => page.getByRole('button', { name: 'Check the connection' }).click(),
  },
  { name: 'single-sign-on-endings', path: `${inside}/single-sign-on/${id('idp', 3)}` },
  {
    name: 'single-sign-on-rule',
    path: `${inside}/single-sign-on/${id('idp', 1)}`,
    act: (page) => page.getByRole('button', { name: 'Add rule' }).click(),
  },
  {
    name: 'sign-in-provider',
    path: '/console/sign-in?organization=acme',
    cookies: signedOut,
    act: (page) => page.getByText('Continue with ACME').waitFor(),
  },
  { name: 'sign-in-problem', path: '/console/sign-in-problem?reason=no-role&id=7f3a', cookies: signedOut },
  { name: 'sign-in-tested', path: '/console/sign-in-tested', cookies: signedOut },
  { name: 'set-up', path: '/console/set-up', cookies: { ...signedOut, 'mock-setup': 'required' } },
  { name: 'invitation', path: '/console/invitation#token', cookies: signedOut },
  { name: 'invitation-no-password', path: '/console/invitation#provisioned', cookies: signedOut },
  { name: 'invitation-dead', path: '/console/invitation#dead', cookies: signedOut },
  { name: 'forgot-password', path: '/console/forgot-password', cookies: signedOut },
  {
    name: 'forgot-password-asked',
    path: '/console/forgot-password',
    cookies: signedOut,
    act: async (page) => {
      await page.locator('[name=email]').fill('mara.lind@northwind.example');
      await page.locator('[type=submit]').click();
      await page.getByText('Look into your mailbox').waitFor();
    },
  },
  {
    name: 'forgot-password-no-mail',
    path: '/console/forgot-password',
    cookies: { ...signedOut, 'mock-mail': 'none' },
  },
  {
    name: 'password-reset',
    path: '/console/password-reset#token',
    cookies: signedOut,
    act: async (page) => {
      await page.locator('[name=password]').fill('password password');
      await page.getByText('Not yet:').waitFor();
    },
  },
  { name: 'password-reset-dead', path: '/console/password-reset#dead', cookies: signedOut },
  { name: 'claims', path: '/console/installation/domain-claims' },
  { name: 'claims-empty', path: '/console/installation/domain-claims', cookies: { mock: 'empty' } },
  {
    name: 'claims-confirm',
    path: '/console/installation/domain-claims',
    act: async (page) => {
      await page
        .getByRole('button', { name: /^Confirm/ })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'mail', path: '/console/installation/mail' },
  { name: 'mail-empty', path: '/console/installation/mail', cookies: { mock: 'empty' } },
  { name: 'mail-none', path: '/console/installation/mail', cookies: { 'mock-mail': 'none', mock: 'empty' } },
  { name: 'organizations', path: '/console/organizations' },
  { name: 'installation', path: '/console/installation/organizations' },
  { name: 'assignments', path: '/console/o/fjord/assignments' },
  { name: 'assignments-empty', path: '/console/o/fjord/assignments', cookies: { mock: 'empty' } },
  {
    name: 'assignments-hand-over',
    path: '/console/o/fjord/assignments',
    act: (page) => page.getByRole('button', { name: 'Hand over…' }).click(),
  },
  { name: 'entrants', path: '/console/o/halden/entrants' },
  { name: 'entrants-empty', path: '/console/o/halden/entrants', cookies: { mock: 'empty' } },
  { name: 'portfolio', path: '/console/o/fjord/portfolio' },
  { name: 'home-technician', path: '/console/o/fjord', cookies: technician },
  { name: 'home-technician-empty', path: '/console/o/fjord', cookies: { ...technician, mock: 'empty' } },
  {
    name: 'home-account-manager',
    path: '/console/o/fjord',
    cookies: { 'mock-session': 'account-manager' },
  },
  { name: 'overview', path: '/console/o/fjord/overview', cookies: technician },
  { name: 'portfolio-empty', path: '/console/o/fjord/portfolio', cookies: { mock: 'empty' } },
  {
    name: 'as-technician',
    path: '/console/o/halden',
    cookies: technician,
    act: (page) => page.getByRole('button', { name: 'Emergency…' }).click(),
  },
  { name: 'customers', path: '/console/o/fjord/customers' },
  { name: 'customers-empty', path: '/console/o/fjord/customers', cookies: { mock: 'empty' } },
  { name: 'keys', path: `${inside}/keys` },
  { name: 'keys-empty', path: `${inside}/keys`, cookies: { mock: 'empty' } },
  {
    name: 'keys-create',
    path: `${inside}/keys`,
    act: (page) => page.getByRole('button', { name: 'New service account' }).click(),
  },
  { name: 'service-account', path: `${inside}/keys/${id('svc', 1)}` },
  {
    name: 'service-account-key',
    path: `${inside}/keys/${id('svc', 1)}`,
    act: async (page) => {
      await page.getByRole('button', { name: 'New key' }).click();
      await page.locator('[name=name]').fill('Runner in Oslo');
      await page.getByRole('dialog').getByRole('button', { name: 'New key' }).click();
      await page.getByText('I have kept it').waitFor();
    },
  },
  { name: 'settings', path: `${inside}/settings` },
  { name: 'activity', path: `${inside}/activity` },
  { name: 'activity-own', path: '/console/account/activity' },
  {
    name: 'saved-views',
    path: `${inside}/devices`,
    act: (page) => page.getByRole('button', { name: 'My views' }).click(),
  },
  {
    name: 'search-found',
    path: `${inside}/people`,
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('se');
      await page.getByRole('group', { name: 'Roles' }).waitFor();
    },
  },
  { name: 'people', path: `${inside}/people` },
  { name: 'people-filtered', path: `${inside}/people?state=SUSPENDED&text=a` },
  { name: 'people-none', path: `${inside}/people?text=nobody` },
  { name: 'people-empty', path: `${inside}/people`, cookies: { mock: 'empty' } },
  {
    name: 'people-invite',
    path: `${inside}/people`,
    act: (page) => page.getByRole('button', { name: 'Invite', exact: true }).click(),
  },
  { name: 'people-open', path: `${inside}/people?open=${id('per', 3)}` },
  { name: 'person', path: `${inside}/people/${id('per', 3)}` },
  {
    name: 'person-suspend',
    path: `${inside}/people/${id('per', 3)}`,
    act: (page) => page.getByRole('button', { name: 'Suspend' }).click(),
  },
  {
    name: 'person-remove',
    path: `${inside}/people/${id('per', 3)}`,
    act: (page) => page.getByRole('button', { name: 'Remove' }).click(),
  },
  { name: 'person-profile', path: `${inside}/people/${id('per', 3)}?tab=profile` },
  { name: 'roles', path: `${inside}/roles` },
  {
    name: 'role-new',
    path: `${inside}/roles`,
    act: (page) => page.getByRole('button', { name: 'Create a role' }).click(),
  },
  { name: 'teams', path: `${inside}/teams` },
  { name: 'teams-empty', path: `${inside}/teams`, cookies: { mock: 'empty' } },
  {
    name: 'team-end',
    path: `${inside}/teams`,
    act: (page) => page.getByRole('button', { name: 'Delete' }).click(),
  },
  { name: 'leave', path: `${inside}/leave` },
  { name: 'ledger', path: `${inside}/ledger` },
  { name: 'ledger-empty', path: `${inside}/ledger`, cookies: { mock: 'empty' } },
  { name: 'ledger-verify', path: `${inside}/ledger/verify` },
  { name: 'ledger-exports', path: `${inside}/ledger/exports` },
  {
    name: 'ledger-filter',
    path: `${inside}/ledger?action=rule.update`,
    act: (page) => page.getByRole('button', { name: 'Filter', exact: true }).click(),
  },
  { name: 'ledger-open', path: `${inside}/ledger?open=${id('ent', 4212)}` },
  { name: 'ledger-entry', path: `${inside}/ledger/${id('ent', 4212)}` },
  { name: 'ledger-entry-gone', path: `${inside}/ledger/${id('ent', 1)}` },
  { name: 'ledger-retention', path: `${inside}/ledger/retention` },
  {
    name: 'ledger-retention-change',
    path: `${inside}/ledger/retention`,
    act: (page) => page.getByRole('button', { name: 'Change', exact: true }).first().click(),
  },
  { name: 'ledger-holds', path: `${inside}/ledger/holds` },
  { name: 'ledger-holds-empty', path: `${inside}/ledger/holds`, cookies: { mock: 'empty' } },
  {
    name: 'ledger-holds-place',
    path: `${inside}/ledger/holds`,
    act: (page) => page.getByRole('button', { name: 'Place a hold' }).click(),
  },
  { name: 'ledger-hold', path: `${inside}/ledger/holds/${id('hol', 3)}` },
  { name: 'ledger-entry-erased', path: `${inside}/ledger/${id('ent', 4210)}` },
  {
    name: 'person-erase',
    path: `${inside}/people/${id('per', 2)}`,
    act: (page) => page.getByRole('button', { name: 'Erase from the ledger' }).click(),
  },
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
  { name: 'home', path: inside },
  { name: 'home-fortnight', path: `${inside}?window=FORTNIGHT` },
  { name: 'home-empty', path: inside, cookies: { mock: 'empty' } },
  { name: 'home-employee', path: inside, cookies: employee },
  { name: 'home-employee-empty', path: inside, cookies: { ...employee, mock: 'empty' } },
  { name: 'block', path: `${inside}/block?machineId=M1&fileSha256=${'ab'.repeat(32)}`, cookies: employee },
  { name: 'block-asked', path: `${inside}/block?machineId=M1&user=asked`, cookies: employee },
  { name: 'block-claim', path: `${inside}/block?machineId=M1`, cookies: { ...employee, mock: 'empty' } },
  { name: 'catalogue', path: `${inside}/catalogue`, cookies: employee },
  { name: 'catalogue-empty', path: `${inside}/catalogue`, cookies: { ...employee, mock: 'empty' } },
  { name: 'catalogue-entries', path: `${inside}/catalogue/entries` },
  {
    name: 'catalogue-entry',
    path: `${inside}/catalogue/entries`,
    act: (page) => page.getByRole('button', { name: 'Approve something' }).click(),
  },
  { name: 'ask', path: `${inside}/requests/new`, cookies: employee },
  { name: 'requests-mine', path: `${inside}/requests/mine`, cookies: employee },
  { name: 'requests-to-decide', path: `${inside}/requests/to-decide` },
  { name: 'requests-open', path: `${inside}/requests/to-decide?open=${id('req', 1)}` },
  { name: 'requests-all', path: `${inside}/requests` },
  { name: 'requests-empty', path: `${inside}/requests`, cookies: { mock: 'empty' } },
  { name: 'request', path: `${inside}/requests/${id('req', 1)}` },
  { name: 'request-risky', path: `${inside}/requests/${id('req', 5)}` },
  {
    name: 'request-deny',
    path: `${inside}/requests/${id('req', 1)}`,
    act: (page) => page.keyboard.press('d'),
  },
  { name: 'request-software', path: `${inside}/requests/${id('req', 1)}?tab=software` },
  { name: 'request-approved', path: `${inside}/requests/${id('req', 3)}` },
  { name: 'request-denied', path: `${inside}/requests/${id('req', 4)}` },
  {
    name: 'request-agreed',
    path: `${inside}/requests/${id('req', 2)}`,
    act: (page) => page.getByRole('button', { name: /^Approve/ }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'request-path',
    path: `${inside}/requests/${id('req', 1)}`,
    act: (page) => page.getByRole('button', { name: /^Next:/ }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'request-ask-back',
    path: `${inside}/requests/${id('req', 1)}`,
    act: (page) => page.keyboard.press('r'),
  },
  { name: 'request-question', path: `${inside}/requests/${id('req', 7)}`, cookies: employee },
  { name: 'request-own', path: `${inside}/requests/${id('req', 1)}`, cookies: employee },
  { name: 'devices', path: `${inside}/devices` },
  { name: 'devices-empty', path: `${inside}/devices`, cookies: { mock: 'empty' } },
  {
    name: 'devices-bulk',
    path: `${inside}/devices`,
    act: async (page) => {
      await page.getByRole('checkbox', { name: 'Select row' }).first().check();
      await page.getByRole('button', { name: 'Add tags' }).click();
    },
  },
  { name: 'devices-open', path: `${inside}/devices?open=${id('dev', 9)}` },
  { name: 'device', path: `${inside}/devices/${id('dev', 9)}` },
  ...['policy', 'configuration', 'syncs', 'events'].map((tab) => ({
    name: `device-${tab}`,
    path: `${inside}/devices/${id('dev', 4)}?tab=${tab}`,
  })),
  {
    name: 'device-clean',
    path: `${inside}/devices/${id('dev', 4)}`,
    act: async (page) => {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Clean sync…' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'rules', path: `${inside}/rules` },
  { name: 'rules-empty', path: `${inside}/rules`, cookies: { mock: 'empty' } },
  { name: 'rules-open', path: `${inside}/rules?open=${id('rul', 7)}` },
  { name: 'rule', path: `${inside}/rules/${id('rul', 7)}` },
  { name: 'rule-edit', path: `${inside}/rules/${id('rul', 7)}?tab=edit` },
  { name: 'rule-new', path: `${inside}/rules/new?ruleType=TEAMID&identifier=43AQ936H96&policy=BLOCKLIST` },
  {
    name: 'rules-import',
    path: `${inside}/rules/import`,
    act: async (page) => {
      await page.getByLabel('Or paste rules here').fill('[]');
      await page.getByRole('button', { name: 'Show what it would change' }).click();
      await page.getByRole('heading', { name: 'What it would change' }).waitFor();
    },
  },
  { name: 'configuration', path: `${inside}/configuration` },
  { name: 'configuration-tag', path: `${inside}/configuration?scope=tag&target=${id('tag', 3)}` },
  { name: 'configuration-device', path: `${inside}/configuration?scope=device&target=${id('dev', 6)}` },
  { name: 'events', path: `${inside}/events` },
  { name: 'events-filtered', path: `${inside}/events?decision=BLOCK_UNKNOWN` },
  { name: 'events-empty', path: `${inside}/events`, cookies: { mock: 'empty' } },
  { name: 'events-open', path: `${inside}/events?open=${id('eve', 1)}` },
  { name: 'event', path: `${inside}/events/${id('eve', 1)}` },
  { name: 'event-signing', path: `${inside}/events/${id('eve', 1)}?tab=signing` },
  { name: 'file-access', path: `${inside}/file-access-events` },
  { name: 'audit-events', path: `${inside}/audit-events` },
  { name: 'software', path: `${inside}/software` },
  { name: 'software-open', path: `${inside}/software?open=${software[0].sha256}` },
  { name: 'program', path: `${inside}/software/${software[0].sha256}` },
  ...['rules', 'devices', 'events'].map((tab) => ({
    name: `program-${tab}`,
    path: `${inside}/software/${software[0].sha256}?tab=${tab}`,
  })),
  { name: 'bundle', path: `${inside}/bundles/${software[0].bundles[0].hash}` },
  { name: 'search', path: `${inside}/people`, act: searchFor('an') },
  { name: 'bell', path: `${inside}/people`, act: openBell },
  { name: 'bell-employee', path: inside, cookies: employee, act: openBell },
  { name: 'bell-empty', path: inside, cookies: { ...employee, mock: 'empty' }, act: openBell },
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
  { name: 'provider-saml', path: `/console/o/northwind/single-sign-on/${id('idp', 3)}` },
  {
    name: 'provider-saml-certificates',
    path: `/console/o/northwind/single-sign-on/${id('idp', 3)}`,
    act: (page) => page.getByRole('heading', { name: 'Certificates' }).scrollIntoViewIfNeeded(),
  },
  { name: 'webhooks', path: '/console/o/northwind/destinations' },
  { name: 'webhooks-empty', path: '/console/o/northwind/destinations', cookies: { mock: 'empty' } },
  { name: 'telling', path: '/console/o/northwind/notifications' },
  { name: 'chat', path: '/console/o/northwind/chat' },
  { name: 'chat-empty', path: '/console/o/northwind/chat', cookies: { mock: 'empty' } },
  {
    name: 'chat-change',
    path: '/console/o/northwind/chat',
    act: (page) => page.getByRole('button', { name: 'Change' }).click(),
  },
  {
    name: 'webhook-fate',
    path: '/console/o/northwind/destinations',
    act: (page) => page.getByRole('button', { name: 'Attempts' }).nth(3).click(),
  },
  {
    name: 'webhook-add',
    path: '/console/o/northwind/destinations',
    act: (page) => page.getByRole('button', { name: 'Add a webhook' }).click(),
  },
  { name: 'provider-directory', path: `/console/o/northwind/single-sign-on/${id('idp', 4)}` },
];

async function openBell(page) {
  await page.getByRole('button', { name: /wants? you/ }).click();
  await page
    .getByRole('dialog')
    .getByText(/wants you/)
    .first()
    .waitFor();
}

function searchFor(text) {
  return async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(text);
    await page.getByRole('option', { name: /@/ }).first().waitFor();
  };
}
