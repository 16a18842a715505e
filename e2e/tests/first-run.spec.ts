import { type Browser, expect, type Page, test } from '@playwright/test';
import { startEmpty } from '../empty';
import { signIn } from '../people';

test('the empty product asks for its code, and is then ready to invite a colleague', async ({ browser }) => {
  test.setTimeout(240_000);
  const product = await startEmpty();
  try {
    const page = await visitor(browser, product.address);
    await page.goto('/');
    await fillSetUp(page, 'AAAA-BBBB-CCCC');
    await expect(page.getByRole('alert')).toBeVisible();
    await fillSetUp(page, product.code());
    await expect(page).toHaveURL(/sign-in/);
    await signIn(page, 'admin@example.org', 'a long enough passphrase 1');

    await page.goto('/console/o/acme/people');
    await page.getByRole('button', { name: 'Invite' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('[name=email]').fill('colleague@example.org');
    await dialog.getByRole('checkbox', { name: /auditor/i }).check();
    await dialog.getByRole('button', { name: 'Invite' }).click();
    const link = (await page.getByText(/\/invitation#/).first().innerText()).trim();

    const colleague = await visitor(browser, product.address);
    await colleague.goto(link);
    await colleague.locator('[name=displayName]').fill('Cleo Colleague');
    await colleague.locator('[name=password]').fill('another long passphrase 2');
    await colleague.getByRole('button', { name: 'Accept and sign in' }).click();
    await expect(colleague).toHaveURL(/\/o\/acme/);

    const late = await visitor(browser, product.address);
    await late.goto(link);
    await expect(late.getByText('This invitation is not valid')).toBeVisible();
  } finally {
    await product.stop();
  }
});

async function visitor(browser: Browser, baseURL: string): Promise<Page> {
  return (await browser.newContext({ baseURL })).newPage();
}

async function fillSetUp(page: Page, code: string): Promise<void> {
  const values = {
    code,
    'organization.name': 'Acme',
    'admin.displayName': 'Ada Admin',
    'admin.email': 'admin@example.org',
    'admin.password': 'a long enough passphrase 1',
    'operator.displayName': 'Olga Operator',
    'operator.email': 'operator@example.org',
    'operator.password': 'a long enough passphrase 0',
  };
  for (const [name, value] of Object.entries(values)) {
    await page.locator(`[name="${name}"]`).fill(value);
  }
  await page.getByRole('button', { name: 'Set up Gatehouse' }).click();
}
