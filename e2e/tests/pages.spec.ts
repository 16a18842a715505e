import { randomBytes } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { organizationId, post } from '../api';
import { demo } from '../demo';
import { signedIn } from '../people';

const WIDTHS = [360, 768, 1280, 1920];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const FILE = 'a'.repeat(64);

/** Where to look, and for a list which of its links to follow: the first row leads to the detail page. */
interface Visit {
  path: string;
  detail?: RegExp;
  tabs?: string[];
}

const ASKING: Visit[] = [
  { path: '' },
  { path: '/requests/mine' },
  { path: '/requests/new' },
  { path: `/block?machineId=nobody&fileSha256=${FILE}` },
];

const READING: Visit[] = [
  { path: '' },
  { path: '/requests', detail: /\/requests\/[0-9a-f-]{36}/ },
  { path: '/devices', detail: /\/devices\/[0-9a-f-]{36}/, tabs: ['policy', 'configuration', 'syncs', 'events'] },
  { path: '/devices?retired=true' },
  { path: '/rules', detail: /\/rules\/[0-9a-f-]{36}/ },
  { path: '/configuration' },
  { path: '/events', detail: /\/events\/[0-9a-f-]{36}/ },
  { path: '/file-access-events' },
  { path: '/audit-events' },
  { path: '/software', detail: /\/software\/[0-9a-f]{64}/ },
  { path: '/ledger', detail: /\/ledger\/[0-9a-f-]{36}/ },
  { path: '/people', detail: /\/people\/[0-9a-f-]{36}/ },
  { path: '/roles' },
  { path: '/settings' },
  { path: '/sign-in' },
];

const MANAGING: Visit[] = [
  { path: '/requests/to-decide' },
  { path: '/requests/mine' },
  { path: '/requests/new' },
  { path: '/rules/new' },
  { path: '/rules/import' },
  { path: '/enrolments' },
  { path: '/tags' },
  { path: '/ledger/verify' },
  { path: '/ledger/exports' },
  { path: '/ledger/retention' },
  { path: '/ledger/holds' },
];

const SETS: { organization: string; role: string; base: string; visits: Visit[] }[] = [
  { organization: 'Acme Robotics', role: 'END_USER', base: '/console/o/acme-robotics', visits: ASKING },
  { organization: 'Acme Robotics', role: 'SECURITY_ADMIN', base: '/console/o/acme-robotics', visits: READING },
  { organization: 'Acme Robotics', role: 'SECURITY_ADMIN', base: '/console/o/acme-robotics', visits: MANAGING },
  {
    organization: 'Acme Robotics',
    role: 'AUDITOR',
    base: '/console/o/acme-robotics',
    visits: READING.map(({ path }) => ({ path })),
  },
  {
    organization: 'Northwind Security',
    role: 'SUPER_ADMIN',
    base: '/console/o/northwind-security',
    visits: [{ path: '' }, { path: '/customers' }, { path: '/people' }, { path: '/ledger' }, { path: '/settings' }],
  },
  {
    organization: 'Installation',
    role: 'OPERATOR',
    base: '/console',
    visits: [{ path: '/installation/organizations' }, { path: '/installation/mail' }],
  },
];

test.beforeAll('somebody has asked for something', async ({ browser }) => {
  const employee = await signedIn(browser, 'Acme Robotics', 'END_USER');
  const asked = await post(employee, `/api/organizations/${await organizationId(employee)}/requests`, {
    sha256: randomBytes(32).toString('hex'),
    justification: 'I need it to read the plans that our supplier sends.',
  });
  expect(asked.status(), await asked.text()).toBe(201);
});

for (const { organization, role, base, visits } of SETS) {
  test(`pages of ${role} are accessible and fit, from ${visits[0]?.path || 'the start page'}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const page = await signedIn(browser, organization, role);
    const errors = errorsOf(page);
    let number = 0;
    for (const { path, detail, tabs = [] } of visits) {
      await page.goto(base + path);
      await fits(page, number++);
      if (detail) {
        const first = await firstLink(page, detail);
        for (const address of [first, ...tabs.map((tab) => `${first}?tab=${tab}`)]) {
          await page.goto(address);
          await fits(page, number++);
        }
      }
    }
    expect(errors).toEqual([]);
  });
}

test('pages before signing in are accessible and fit', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: demo().address })).newPage();
  const errors = errorsOf(page);
  let number = 0;
  for (const path of ['/sign-in', '/set-up', '/invitation', '/forgot-password', '/password-reset']) {
    await page.goto(`/console${path}`);
    await fits(page, number++);
  }
  expect(errors).toEqual([]);
});

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}

/** The first row's page; every list of the demo has one. */
async function firstLink(page: Page, detail: RegExp): Promise<string> {
  const links = page.locator('main a[href]');
  const addresses = async () =>
    (await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))).filter((address) =>
      detail.test(address),
    );
  await expect.poll(addresses, { message: `a row of ${page.url()}`, timeout: 60_000 }).not.toEqual([]);
  return (await addresses())[0] ?? '';
}

/** Nothing scrolls sideways at any width; what machines can tell of accessibility is asked at one width and scheme. */
async function fits(page: Page, number: number): Promise<void> {
  const scheme = number % 2 === 0 ? 'light' : 'dark';
  const looked = WIDTHS[Math.floor(number / 2) % WIDTHS.length];
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('main .MuiSkeleton-root')).toHaveCount(0);
  await expect(page.getByText('That did not work')).toHaveCount(0);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(sideways, { message: `${page.url()} sideways at ${width}` }).toBeLessThanOrEqual(0);
    if (width === looked) {
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      const found = violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
      expect(found, `${page.url()} in ${scheme} at ${width}`).toEqual([]);
    }
  }
}
