import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { code } from '../authenticator';
import { movableClock } from '../clock';
import { startDns } from '../dns';
import { startEmpty } from '../empty';
import { startKeycloak } from '../keycloak';
import { linkIn, startMailbox } from '../mailbox';
import { confirm, signIn } from '../people';
import { admin, setUp } from '../set-up';

const passphrase = 'another long passphrase 2';
const bea = { username: 'bea', email: 'bea@bakery.example', password: 'kneads dough at dawn', groups: ['bakers'] };
const cem = { username: 'cem', email: 'cem@bakery.example', password: 'counts every loaf twice', groups: ['office'] };

type Surroundings = Awaited<ReturnType<typeof surroundings>>;

/** All that an installation has around it, each of them real but the clock and the DNS. */
async function surroundings(browser: Browser) {
  const [mailbox, dns, keycloak] = await Promise.all([startMailbox(), startDns(), startKeycloak('bakery')]);
  const clock = movableClock();
  const product = await startEmpty({ ...mailbox.settings, ...dns.settings, ...clock.settings });
  const contexts: BrowserContext[] = [];
  return {
    mailbox,
    dns,
    keycloak,
    clock,
    product,
    async window(): Promise<Page> {
      const context = await browser.newContext({ baseURL: product.address });
      contexts.push(context);
      return context.newPage();
    },
    async stop(): Promise<void> {
      await Promise.all(contexts.map((context) => context.close()));
      await Promise.all([product.stop(), keycloak.stop(), mailbox.stop(), dns.stop()]);
      clock.remove();
    },
  };
}

test('a provider brings a customer in, whose people sign in by their own provider and are let go by SCIM', async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const around = await surroundings(browser);
  try {
    const superAdmin = await around.window();
    await superAdmin.goto('/');
    await setUp(superAdmin, around.product.code(), 'PROVIDER');
    await expect(superAdmin).toHaveURL(/sign-in/);
    await signIn(superAdmin, admin.email, admin.password);
    const tom = await test.step('invite two technicians', () => inviteTechnicians(around, superAdmin));
    const owner = await test.step('create customers', () => createCustomers(around, superAdmin));
    await test.step('prove the mail domain', () => proveDomain(around, owner));
    await test.step('connect Keycloak by OpenID Connect', () => connectByOidc(around, owner));
    await test.step('connect Keycloak by SAML', () => connectBySaml(around, owner));
    const key = await test.step('let the directory in', () => makeKey(owner));
    const counter = await test.step('a stranger comes in by SAML', () =>
      comeIn(around, cem, 'Bakery by SAML', 'My requests'));
    const baker = await test.step('another comes in by OpenID Connect', () =>
      comeIn(around, bea, 'Bakery by OIDC', 'Events'));
    await test.step('sign out by SAML, also at Keycloak', () => signOutAndIn(counter, cem, 'Bakery by SAML'));
    await test.step('sign out by OpenID Connect, also at Keycloak', () => signOutAndIn(baker, bea, 'Bakery by OIDC'));
    await test.step('demand a second factor', () => demandSecondFactor(owner, baker));
    await test.step('engage a technician for two hours', () => engage(superAdmin, tom));
    await test.step('let somebody go by SCIM', () => letGo(around, owner, key, baker));
    await test.step('see the engagement expire', () => seeItExpire(around, superAdmin, tom));
    await test.step('hand all customers over', () => handOver(around, superAdmin));
  } finally {
    await around.stop();
  }
});

async function inviteTechnicians(around: Surroundings, superAdmin: Page): Promise<Page> {
  for (const name of ['tina', 'tom']) {
    await superAdmin.goto('/console/o/acme/people');
    await superAdmin.getByRole('button', { name: 'Invite', exact: true }).click();
    const dialog = superAdmin.getByRole('dialog');
    await dialog.locator('[name=email]').fill(`${name}@example.org`);
    await dialog.getByRole('checkbox', { name: /technician/i }).check();
    await dialog.getByRole('button', { name: 'Invite' }).click();
    await expect(superAdmin.getByText(`on its way to ${name}@example.org`)).toBeVisible();
  }
  await accept(around, 'tina@example.org', 'Join Acme on Gatehouse', 'Tina Technician');
  return accept(around, 'tom@example.org', 'Join Acme on Gatehouse', 'Tom Technician');
}

async function accept(around: Surroundings, email: string, subject: string, name: string): Promise<Page> {
  const page = await around.window();
  await page.goto(linkIn(await around.mailbox.letter(subject, email)));
  await page.locator('[name=displayName]').fill(name);
  await page.locator('[name=password]').fill(passphrase);
  await page.getByRole('button', { name: 'Accept and sign in' }).click();
  await expect(page).toHaveURL(/\/o\//);
  return page;
}

async function createCustomers(around: Surroundings, superAdmin: Page): Promise<Page> {
  for (const name of ['Bakery', 'Brewery']) {
    await superAdmin.goto('/console/o/acme/customers');
    await superAdmin.getByRole('button', { name: 'Add customer' }).first().click();
    const dialog = superAdmin.getByRole('dialog');
    await dialog.locator('[name=name]').fill(name);
    await dialog.locator('[name=adminEmail]').fill(`owner@${name.toLowerCase()}.example`);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await expect(superAdmin.getByRole('row', { name })).toBeVisible();
  }
  return accept(around, 'owner@bakery.example', 'Join Bakery on Gatehouse', 'Olaf Owner');
}

async function proveDomain(around: Surroundings, owner: Page): Promise<void> {
  await owner.goto('/console/o/bakery/single-sign-on');
  await owner.getByRole('button', { name: 'Add domain' }).first().click();
  await owner.getByRole('dialog').locator('[name=name]').fill('bakery.example');
  await owner.getByRole('dialog').getByRole('button', { name: 'Add domain' }).click();
  await confirmed(owner);
  await expect(owner.getByText('Not proven yet')).toBeVisible();
  around.dns.tell(await factOf(owner, 'Name'), await factOf(owner, 'Value'));
  await owner.getByRole('button', { name: 'Check now' }).click();
  await expect(owner.getByText('Proven', { exact: true })).toBeVisible();
}

async function connectByOidc(around: Surroundings, owner: Page): Promise<void> {
  await addProvider(owner, 'OpenID Connect', 'Bakery by OIDC');
  await around.keycloak.addUser(bea);
  await around.keycloak.addUser(cem);
  await around.keycloak.addOidcClient('gatehouse', 'a secret of the client', await factOf(owner, 'Redirect URI'));
  await owner.locator('[name="settings.issuer"]').fill(around.keycloak.issuer);
  await owner.locator('[name="settings.clientId"]').fill('gatehouse');
  await owner.locator('[name=secret]').fill('a wrong secret of it');
  await owner.getByRole('button', { name: 'Save connection' }).click();
  await confirmed(owner);
  await addRule(owner, 'bakers', 'Report viewer');
  await testSignIn(owner);
  await expect(owner.getByText(/does not take the client ID with this secret/).first()).toBeVisible();
  await owner.locator('[name=secret]').fill('a secret of the client');
  await owner.getByRole('button', { name: 'Save connection' }).click();
  await confirmed(owner);
  await testSignIn(owner);
  await expect(owner.getByText(/Report viewer.*bakers/).first()).toBeVisible();
  await letPeopleIn(owner);
}

async function connectBySaml(around: Surroundings, owner: Page): Promise<void> {
  await addProvider(owner, 'SAML 2.0', 'Bakery by SAML');
  const metadata = await owner.request.get(await factOf(owner, 'Metadata of Gatehouse'));
  await around.keycloak.addSamlClient(await metadata.text());
  await owner.locator('[name="settings.metadataAddress"]').fill(around.keycloak.samlMetadata);
  await owner.getByRole('button', { name: 'Save connection' }).click();
  await confirmed(owner);
  await addRule(owner, 'office', 'Request user');
  await letPeopleIn(owner);
}

async function addProvider(owner: Page, kind: string, name: string): Promise<void> {
  await owner.goto('/console/o/bakery/single-sign-on');
  await owner.getByRole('button', { name: 'Add provider' }).click();
  await choose(owner, 'By', kind);
  await choose(owner, 'Product', 'Keycloak');
  await owner.getByRole('dialog').locator('[name=name]').fill(name);
  await owner.getByRole('dialog').getByRole('button', { name: 'Begin set-up' }).click();
  await confirmed(owner);
  await expect(owner.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function addRule(owner: Page, group: string, role: string): Promise<void> {
  await owner.getByRole('button', { name: 'Add rule' }).click();
  await owner.getByRole('dialog').locator('[name=value]').fill(group);
  await choose(owner, 'Role', role);
  await owner.getByRole('dialog').getByRole('button', { name: 'Add rule' }).click();
  await confirmed(owner);
  await expect(owner.getByText(`groups has ${group}`)).toBeVisible();
}

/** In the tab that the test opens, in which nobody is signed in. */
async function testSignIn(owner: Page): Promise<void> {
  const opening = owner.waitForEvent('popup');
  await owner.getByRole('button', { name: 'Test sign-in' }).click();
  const tab = await opening;
  await tab.waitForURL(/realms|sign-in-tested/);
  if (tab.url().includes('realms')) {
    await atKeycloak(tab, bea);
  }
  await expect(tab.getByText('The test is done')).toBeVisible();
  await tab.close();
}

async function letPeopleIn(owner: Page): Promise<void> {
  await owner.getByRole('button', { name: 'Let people sign in' }).click();
  await confirmed(owner);
  await expect(owner.getByText('In use', { exact: true }).first()).toBeVisible();
}

async function makeKey(owner: Page): Promise<string> {
  await owner.goto('/console/o/bakery/keys');
  await owner.getByRole('button', { name: 'New service account' }).first().click();
  const account = owner.getByRole('dialog');
  await account.locator('[name=name]').fill('Directory');
  await account.locator('[name=purpose]').fill('Tells who belongs to us');
  await account.getByRole('checkbox', { name: /provision people and groups/ }).check();
  await account.getByRole('button', { name: 'Save' }).click();
  await confirmed(owner);
  await owner.getByRole('button', { name: 'New key' }).click();
  await owner.getByRole('dialog').locator('[name=name]').fill('Keycloak');
  await owner.getByRole('dialog').getByRole('button', { name: 'New key' }).click();
  await confirmed(owner);
  const key = (await owner.getByRole('dialog').getByText(/^gatehouse_\S+$/).innerText()).trim();
  await owner.getByRole('button', { name: 'I have kept it' }).click();
  return key;
}

/** Whoever was unknown before holds what the rule gives: the page that comes with it is offered. */
async function comeIn(around: Surroundings, user: typeof bea, provider: string, offered: string): Promise<Page> {
  const page = await around.window();
  await page.goto('/console/sign-in');
  await continueWith(page, user, provider);
  await expect(page.getByRole('link', { name: offered, exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'People', exact: true })).toBeHidden();
  return page;
}

/** Had the session there not ended too, Keycloak would ask for no password the second time. */
async function signOutAndIn(page: Page, user: typeof bea, provider: string): Promise<void> {
  await page.getByRole('button', { name: 'My account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/console\/sign-in/);
  await continueWith(page, user, provider);
}

async function continueWith(page: Page, user: typeof bea, provider: string): Promise<void> {
  await page.locator('[name=email]').fill(user.email);
  await page.locator('[name=email]').blur();
  await page.getByRole('button', { name: `Continue with ${provider}` }).click();
  await atKeycloak(page, user);
  await expect(page).toHaveURL(/\/o\/bakery$/);
}

async function atKeycloak(page: Page, user: typeof bea): Promise<void> {
  await page.locator('#username').fill(user.username);
  await page.locator('#password').fill(user.password);
  await page.locator('#kc-login').click();
}

async function demandSecondFactor(owner: Page, baker: Page): Promise<void> {
  await owner.goto('/console/o/bakery/sign-in');
  await owner.getByRole('radio', { name: 'Holders of these roles need one' }).check();
  await owner.getByRole('checkbox', { name: 'Report viewer' }).check();
  await owner.getByRole('button', { name: 'Save changes' }).click();
  await confirmed(owner);
  await baker.goto('/console/o/bakery');
  await expect(baker).toHaveURL(/\/account\?demandedBy=bakery/);
  await baker.getByRole('button', { name: 'Add authenticator app' }).click();
  const confirm = baker.getByRole('dialog', { name: 'Confirm that it is you' });
  await confirm.getByRole('button', { name: 'Confirm' }).click();
  const secret = (await baker.getByText(/^[A-Z2-7]{32}$/).first().innerText()).trim();
  await baker.getByRole('dialog').locator('[name=code]').fill(code(secret));
  await baker.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
  await baker.getByRole('button', { name: 'I have kept it' }).click();
  await baker.getByRole('link', { name: 'Go on' }).click();
  await expect(baker).toHaveURL(/\/o\/bakery$/);
}

async function engage(superAdmin: Page, tom: Page): Promise<void> {
  await superAdmin.goto('/console/o/acme/assignments');
  await superAdmin.getByRole('gridcell', { name: /Tom Technician at Bakery/ }).click();
  await superAdmin.keyboard.press('Enter');
  await choose(superAdmin, 'Level', 'Full');
  await superAdmin.getByRole('dialog').locator('[name=reason]').fill('A new oven with a Mac in it');
  await superAdmin.getByRole('dialog').getByRole('button', { name: 'Set level' }).click();
  await expect(superAdmin.getByText('1 engagement set')).toBeVisible();
  await tom.goto('/console/o/bakery');
  await expect(tom.getByText(/As technician of Acme: full/i)).toBeVisible();
  await tom.goto('/console/o/bakery/people');
  await expect(tom.getByText('Not with your roles'), 'people are the customer’s own').toBeVisible();
}

async function letGo(around: Surroundings, owner: Page, key: string, baker: Page): Promise<void> {
  const session = (await (await owner.request.get('/api/session')).json()) as {
    memberships: { organization: { id: string; slug: string } }[];
  };
  const bakery = session.memberships.find(({ organization }) => organization.slug === 'bakery')?.organization.id;
  const base = `${around.product.address}/api/organizations/${bakery}/scim/v2`;
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/scim+json' };
  const known = await fetch(`${base}/Users`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: bea.email,
      displayName: 'Bea Baker',
      active: true,
    }),
  });
  const { id } = (await known.json()) as { id: string };
  const patched = await fetch(`${base}/Users/${id}`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'Replace', path: 'active', value: 'False' }],
    }),
  });
  expect(patched.ok).toBe(true);
  await expect(baker, 'an open window is over at once').toHaveURL(/sign-in/);
}

async function seeItExpire(around: Surroundings, superAdmin: Page, tom: Page): Promise<void> {
  around.clock.move(121);
  await tom.goto('/console/o/bakery');
  await expect(tom).toHaveURL(/sign-in/);
  await signIn(tom, 'tom@example.org', passphrase);
  await tom.goto('/console/o/bakery');
  await expect(tom).not.toHaveURL(/\/o\/bakery/);
  await signIn(superAdmin, admin.email, admin.password);
  await superAdmin.goto('/console/o/acme/assignments');
  await superAdmin.getByRole('button', { name: 'Tom Technician' }).click();
  await expect(superAdmin.getByText(/time was over/).first()).toBeVisible();
}

async function handOver(around: Surroundings, superAdmin: Page): Promise<void> {
  await superAdmin.goto('/console/o/acme/assignments');
  await superAdmin.getByRole('gridcell', { name: /Tom Technician at Bakery/ }).click();
  await superAdmin.keyboard.press('Shift+ArrowRight');
  await superAdmin.getByRole('button', { name: 'Set level…' }).click();
  await choose(superAdmin, 'How long', 'Until somebody ends it');
  await superAdmin.getByRole('dialog').locator('[name=reason]').fill('Looks after both');
  await superAdmin.getByRole('dialog').getByRole('button', { name: 'Set level' }).click();
  await expect(superAdmin.getByText('2 engagements set')).toBeVisible();
  await superAdmin.getByRole('button', { name: 'Hand over…' }).click();
  for (const [label, name] of [
    ['From', 'Tom Technician'],
    ['To', 'Tina Technician'],
  ] as const) {
    await superAdmin.getByRole('combobox', { name: label, exact: true }).fill(name);
    await superAdmin.getByRole('option', { name }).click();
  }
  await superAdmin.getByRole('dialog').locator('[name=reason]').fill('Tom goes on a long journey');
  await superAdmin.getByRole('dialog').getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(superAdmin.getByText('2 customers handed over')).toBeVisible();
  const tina = await around.window();
  await signIn(tina, 'tina@example.org', passphrase);
  await tina.goto('/console/o/acme/portfolio');
  for (const name of ['Bakery', 'Brewery']) {
    await expect(tina.getByRole('row', { name })).toBeVisible();
  }
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Beside its label, as in every list of facts. */
async function factOf(page: Page, label: string): Promise<string> {
  const value = page.locator('dt', { hasText: new RegExp(`^${label}$`) }).locator('xpath=following-sibling::dd[1]');
  return (await value.innerText()).split('\n')[0]?.trim() ?? '';
}

/** Shows the password where the action asks for a fresh factor. */
function confirmed(page: Page): Promise<void> {
  return confirm(page, page.url().includes('/o/acme') ? admin.password : passphrase);
}
