import { expect, test } from '@playwright/test';
import { startEmpty } from '../empty';
import { signIn } from '../people';

test('the empty product asks for its code, and is then ready to invite a colleague', async ({ browser }) => {
  test.setTimeout(240_000);
  const product = await startEmpty();
  try {
    const context = await browser.newContext({ baseURL: product.address });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByLabel(/code/i).fill('AAAA-BBBB-CCCC');
    await fillSetUp(page);
    await page.getByLabel(/code/i).fill(await product.code());
    await page.getByRole('button', { name: /set up|finish|create/i }).last().click();
    await expect(page).toHaveURL(/sign-in|\/o\//);
    if (page.url().includes('sign-in')) {
      await signIn(page, 'admin@example.org', 'a long enough passphrase 1');
    }
    await page.goto('/console/o/acme/people');
    await page.getByRole('button', { name: 'Invite' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/e-?mail/i).fill('colleague@example.org');
    await dialog.getByRole('checkbox', { name: /auditor/i }).check();
    await dialog.getByRole('button', { name: /invite/i }).click();
    const link = await page.getByText(/\/invitation#/).first().innerText();

    const other = await (await browser.newContext({ baseURL: product.address })).newPage();
    await other.goto(link.trim());
    await other.getByLabel(/name/i).first().fill('Cleo Colleague');
    await other.getByLabel(/password/i).first().fill('another long passphrase 2');
    await other.getByRole('button', { name: /join|accept/i }).click();
    await expect(other).toHaveURL(/\/o\/acme/);
    const again = await (await browser.newContext({ baseURL: product.address })).newPage();
    await again.goto(link.trim());
    await expect(again.getByText(/used|valid|expired/i).first()).toBeVisible();
  } finally {
    await product.stop();
  }
});

async function fillSetUp(page: import('@playwright/test').Page): Promise<void> {
  const groups = page.getByRole('group');
  await groups.filter({ hasText: /operator/i }).getByLabel(/e-?mail/i).fill('operator@example.org');
  await groups.filter({ hasText: /operator/i }).getByLabel(/name/i).fill('Olga Operator');
  await groups.filter({ hasText: /operator/i }).getByLabel(/password/i).first().fill('a long enough passphrase 0');
  await page.getByLabel(/organization/i).first().fill('Acme');
  await groups.filter({ hasText: /admin/i }).getByLabel(/e-?mail/i).fill('admin@example.org');
  await groups.filter({ hasText: /admin/i }).getByLabel(/name/i).fill('Ada Admin');
  await groups.filter({ hasText: /admin/i }).getByLabel(/password/i).first().fill('a long enough passphrase 1');
}
