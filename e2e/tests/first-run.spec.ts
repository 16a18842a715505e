import { type Browser, expect, type Page, test } from '@playwright/test';
import { startEmpty } from '../empty';
import { signIn } from '../people';
import { admin, setUp } from '../set-up';

test('the empty product asks for its code, and is then ready to invite a colleague', async ({ browser }) => {
  test.setTimeout(240_000);
  const product = await startEmpty();
  try {
    const page = await visitor(browser, product.address);
    await page.goto('/');
    await setUp(page, 'AAAA-BBBB-CCCC');
    await expect(page.getByRole('alert')).toBeVisible();
    await setUp(page, product.code());
    await expect(page).toHaveURL(/sign-in/);
    await signIn(page, admin.email, admin.password);

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
