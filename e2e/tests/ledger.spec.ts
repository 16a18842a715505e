import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type APIResponse, type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { organizationId, post } from '../api';
import { movableClock } from '../clock';
import { startEmpty } from '../empty';
import { confirm, signIn } from '../people';
import { admin, operator, setUp } from '../set-up';

const passphrase = 'another long passphrase 2';
const auditor = { email: 'auditor@example.org', name: 'Aude Auditor', role: /auditor/i };
const leaver = { email: 'leaver@example.org', name: 'Lea Leaver', role: /end user/i };
/** Nothing is dropped sooner than six months after its own. */
const months = 250 * 24 * 60;

type Surroundings = Awaited<ReturnType<typeof surroundings>>;

async function surroundings(browser: Browser) {
  const clock = movableClock();
  clock.move(-months);
  const product = await startEmpty(clock.settings);
  const contexts: BrowserContext[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-stranger-'));
  return {
    clock,
    product,
    /** Where the stranger keeps what they take, and nothing else is. */
    folder,
    async window(): Promise<Page> {
      const context = await browser.newContext({ baseURL: product.address });
      contexts.push(context);
      return context.newPage();
    },
    async stop(): Promise<void> {
      await Promise.all(contexts.map((context) => context.close()));
      await product.stop();
      clock.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test('a stranger verifies the ledger, and comes back after an erasure, a dropped month and a change of keys', async ({
  browser,
}) => {
  test.setTimeout(420_000);
  const around = await surroundings(browser);
  try {
    const ada = await around.window();
    await ada.goto('/console/');
    await setUp(ada, around.product.code());
    await expect(ada).toHaveURL(/sign-in/);
    await signIn(ada, admin.email, admin.password);
    await comeIn(around, ada, leaver);
    const stranger = await comeIn(around, ada, auditor);
    await test.step('take an export, the keys and the verifier', () => takeAll(around, stranger));
    await test.step('verify on another machine', () => verifyByJar(around));
    await test.step('verify in a browser that is offline', () => verifyInBrowser(around, 'Proven by a key'));
    await test.step('keep for six months, erase, change keys', () => forget(around, ada));
    await test.step('months pass', () => passMonths(around, stranger));
    await test.step('take another export', () => takeExports(around, stranger, 'again'));
    await test.step('continue from the kept checkpoint', () => continueByJar(around));
    await test.step('continue in the browser', () => verifyInBrowser(around, 'Proven by a key', 'again'));
  } finally {
    await around.stop();
  }
});

async function comeIn(around: Surroundings, ada: Page, person: typeof auditor): Promise<Page> {
  await ada.goto('/console/o/acme/people');
  await ada.getByRole('button', { name: 'Invite' }).click();
  const dialog = ada.getByRole('dialog');
  await dialog.locator('[name=email]').fill(person.email);
  await dialog.getByRole('checkbox', { name: person.role }).check();
  await dialog.getByRole('button', { name: 'Invite' }).click();
  const link = (await ada.getByText(/\/invitation#/).first().innerText()).trim();
  const page = await around.window();
  await page.goto(link);
  await page.locator('[name=displayName]').fill(person.name);
  await page.locator('[name=password]').fill(passphrase);
  await page.getByRole('button', { name: 'Accept and sign in' }).click();
  await expect(page).toHaveURL(/\/o\/acme/);
  return page;
}

async function takeAll(around: Surroundings, stranger: Page): Promise<void> {
  await stranger.goto('/console/o/acme/ledger/verify');
  await saved(around, stranger, 'keys.txt', () => stranger.getByRole('button', { name: 'Download' }).nth(1).click());
  await saved(around, stranger, 'gatehouse-verifier.jar', () =>
    stranger.locator('a[href="/console/gatehouse-verifier.jar"]').click(),
  );
  await takeExports(around, stranger, 'first');
}

async function takeExports(around: Surroundings, stranger: Page, name: string): Promise<void> {
  await stranger.goto('/console/o/acme/ledger/exports');
  await saved(around, stranger, `${name}.jsonl`, () => takeExport(stranger));
  await stranger.getByRole('combobox', { name: 'Form' }).click();
  await stranger.getByRole('option', { name: /CSV/ }).click();
  await saved(around, stranger, `${name}.zip`, () => takeExport(stranger));
}

async function takeExport(stranger: Page): Promise<void> {
  await stranger.getByRole('button', { name: 'Download', exact: true }).click();
  await confirm(stranger, passphrase);
}

async function saved(around: Surroundings, page: Page, name: string, click: () => Promise<void>): Promise<void> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  await download.saveAs(join(around.folder, name));
}

async function verifyByJar(around: Surroundings): Promise<void> {
  for (const file of ['first.jsonl', 'first.zip']) {
    const proven = await jar(around, 'verify', file, '--key', 'keys.txt', '--keep', 'kept.txt', '--json');
    expect(proven.code, proven.output).toBe(0);
    expect(JSON.parse(proven.output)).toMatchObject({ verdict: 'proven', whole: true, unproven: [] });
  }
  const forged = readFileSync(join(around.folder, 'first.jsonl'), 'utf8').replace('"person.join"', '"person.jOin"');
  const index = /\{"index":(\d+),[^\n]*"person\.jOin"/.exec(forged)?.[1];
  writeFileSync(join(around.folder, 'forged.jsonl'), forged);
  const refused = await jar(around, 'verify', 'forged.jsonl', '--key', 'keys.txt');
  expect(refused.code, refused.output).toBe(1);
  expect(refused.output).toMatch(new RegExp(`^REFUSED\\n.*entry ${index}: its bytes were changed`));
}

/** Once the page is there, the network is gone: and nothing was asked of it. */
async function verifyInBrowser(around: Surroundings, verdict: string, name = 'first'): Promise<void> {
  const page = await around.window();
  await page.goto('/console/verify.html', { waitUntil: 'networkidle' });
  await expect(page.getByRole('button', { name: 'Verify' })).toBeEnabled();
  await page.context().setOffline(true);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.locator('#keys').fill(readFileSync(join(around.folder, 'keys.txt'), 'utf8'));
  const isBack = name !== 'first';
  if (isBack) {
    await page.locator('#kept').setInputFiles(join(around.folder, 'kept.txt'));
  }
  for (const form of ['jsonl', 'zip']) {
    await page.locator('#file').setInputFiles(join(around.folder, `${name}.${form}`));
    await page.getByRole('button', { name: 'Verify' }).click();
    await expect(page.getByRole('heading', { name: verdict })).toBeVisible();
    if (isBack) {
      await expect(page.getByText(/that you kept: none of them was changed/)).toBeVisible();
      await expect(page.getByText(/values were erased by entry \d+, ordered by .*Left us for good/)).toBeVisible();
      await expect(page.getByText(/entries were dropped by entry \d+, ordered by the server/)).toBeVisible();
    }
  }
  await page.locator('#file').setInputFiles(join(around.folder, 'forged.jsonl'));
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText(/Entry \d+ .*its bytes were changed/)).toBeVisible();
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
}

async function forget(around: Surroundings, ada: Page): Promise<void> {
  await ada.goto('/console/o/acme/ledger/retention');
  await ada.getByRole('button', { name: 'Change' }).first().click();
  await ada.getByRole('dialog').locator('[name=months]').fill('6');
  await ada.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await confirm(ada, admin.password);
  await expect(ada.getByText('6 months')).toBeVisible();

  await ada.goto('/console/o/acme/people');
  await ada.getByRole('link', { name: leaver.name }).first().click();
  await ada.getByRole('button', { name: 'Erase from the ledger' }).click();
  const dialog = ada.getByRole('dialog', { name: /Erase what the ledger says/ });
  await dialog.locator('[name=reason]').fill('Left us for good');
  await dialog.getByRole('button', { name: 'Erase from the ledger' }).click();
  await confirm(ada, admin.password);
  await expect(ada.getByText('The values are erased.')).toBeVisible();

  const olga = await around.window();
  await signIn(olga, operator.email, operator.password);
  expect((await confirmedPost(olga, '/api/installation/ledger/keys/rotate')).ok()).toBe(true);
}

async function passMonths(around: Surroundings, stranger: Page): Promise<void> {
  around.clock.move(0);
  await expect(async () => {
    await stranger.goto('/console/o/acme');
    await expect(stranger).toHaveURL(/sign-in/, { timeout: 2_000 });
  }).toPass();
  await signIn(stranger, auditor.email, passphrase);
  const entries = `/api/organizations/${await organizationId(stranger)}/ledger/entries`;
  for (const action of ['ledger.drop', 'ledger.key-rotate']) {
    const last = async () => {
      const found = (await (await stranger.request.get(`${entries}?action=${action}`)).json()) as {
        items: { index: number | null }[];
      };
      return found.items.filter(({ index }) => index !== null).length;
    };
    await expect.poll(last, { message: action, timeout: 90_000 }).toBeGreaterThan(0);
  }
}

async function continueByJar(around: Surroundings): Promise<void> {
  const continued = await jar(around, 'verify', 'again.jsonl', '--kept', 'kept.txt', '--keep', 'kept-again.txt');
  expect(continued.code, continued.output).toBe(0);
  expect(continued.output).toMatch(/^PROVEN\n/);
  expect(continued.output).toMatch(/continues +the checkpoint of \d+ entries that you kept/);
  expect(continued.output).toMatch(/erased +\d+ values of .*by order of PERSON .* at .*: Left us for good/);
  expect(continued.output).toMatch(/dropped +\d+ entries, ACCESS of \d{4}-\d\d, by order of .* at /);
  const table = await jar(around, 'verify', 'again.zip', '--kept', 'kept.txt', '--json');
  expect(JSON.parse(table.output)).toMatchObject({ verdict: 'proven', whole: true });
}

function jar({ folder }: Surroundings, ...words: string[]): Promise<{ code: number; output: string }> {
  const java = join(process.env.JAVA_HOME ?? '', 'bin/java');
  return new Promise((done) => {
    execFile(java, ['-jar', 'gatehouse-verifier.jar', ...words], { cwd: folder }, (error, output, problems) =>
      done({ code: Number(error?.code ?? 0), output: output + problems }),
    );
  });
}

/** What no page offers: the operator's call, confirmed as the console confirms it. */
async function confirmedPost(page: Page, path: string): Promise<APIResponse> {
  const waiting = (await post(page, path, {})).headers()['x-fresh-factor'] ?? '';
  const factor = { factor: 'PASSWORD', secret: operator.password };
  const shown = await post(page, `/api/account/waiting-actions/${waiting}/confirm`, factor);
  expect(shown.ok(), await shown.text()).toBe(true);
  return post(page, path, {}, { 'X-Fresh-Factor': waiting });
}
