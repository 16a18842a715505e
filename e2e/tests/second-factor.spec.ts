import { type Browser, expect, type Page, test } from '@playwright/test';
import { code } from '../authenticator';
import { startEmpty } from '../empty';
import { signIn } from '../people';
import { admin, setUp } from '../set-up';

test('an organization demands a second factor, and its admin gets in by app, backup code and passkey', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const product = await startEmpty();
  try {
    const page = await visitor(browser, product.address);
    await page.goto('/');
    await setUp(page, product.code());
    await expect(page).toHaveURL(/sign-in/);
    await signIn(page, admin.email, admin.password);

    // Demanded now: its author is led to add one at once.
    await page.goto('/console/o/acme/sign-in');
    await page.getByRole('radio', { name: 'Everybody needs one' }).check();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await confirmWithPassword(page);
    await expect(page).toHaveURL(/\/account\?demandedBy=acme/);
    await expect(page.getByText('Acme demands a second factor.')).toBeVisible();

    await page.getByRole('button', { name: 'Add authenticator app' }).click();
    await confirmWithPassword(page);
    const secret = await secretOf(page);
    await page.getByRole('dialog').locator('[name=code]').fill(code(secret, -1));
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    const codes = (await page.getByText(/^([a-z2-7]{4}-){3}[a-z2-7]{4} /).innerText()).split(' ');
    expect(codes).toHaveLength(10);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('link', { name: 'Go on' }).click();
    await expect(page).toHaveURL(/\/o\/acme$/);

    const byApp = await visitor(browser, product.address);
    await passwordStep(byApp);
    await byApp.locator('[name=secret]').fill('000000');
    await byApp.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(byApp.getByText('is not right, or was used before').first()).toBeVisible();
    await byApp.locator('[name=secret]').fill(code(secret));
    await byApp.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(byApp).toHaveURL(/\/o\/acme/);

    const byBackupCode = await visitor(browser, product.address);
    await passwordStep(byBackupCode);
    await byBackupCode.getByRole('button', { name: 'Use a backup code instead' }).click();
    await byBackupCode.locator('[name=secret]').fill(codes[0] ?? '');
    await byBackupCode.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(byBackupCode).toHaveURL(/\/o\/acme/);

    // A passkey of the first window's device, added with a fresh backup code; then it is all that is needed.
    await withDevice(page);
    await page.goto('/console/account');
    await page.getByRole('button', { name: 'Add passkey' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make passkey' }).click();
    await confirmWithBackupCode(page, codes[1] ?? '');
    await expect(page.getByRole('button', { name: /^Remove Chrome/ })).toBeVisible();
    await page.getByRole('button', { name: 'My account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expect(page).toHaveURL(/\/o\/acme/);

    // The ledger leaves only after a fresh factor, for which the passkey is enough.
    await page.goto('/console/o/acme/ledger');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Export as CSV' }).click();
    const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await dialog.getByRole('button', { name: 'Use a passkey instead' }).click();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Use passkey' }).click();
    expect((await download).suggestedFilename()).toBe('ledger.zip');

    await page.goto('/console/account');
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await expect(page.getByText('All your other sessions are ended.')).toBeVisible();
    await byApp.goto('/console/o/acme/people');
    await expect(byApp).toHaveURL(/sign-in/);
  } finally {
    await product.stop();
  }
});

async function visitor(browser: Browser, baseURL: string): Promise<Page> {
  return (await browser.newContext({ baseURL })).newPage();
}

async function passwordStep(page: Page): Promise<void> {
  await page.goto('/console/');
  await page.locator('[name=email]').fill(admin.email);
  await page.locator('[name=password]').fill(admin.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Second factor' })).toBeVisible();
}

async function confirmWithPassword(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await dialog.locator('[name=secret]').fill(admin.password);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
}

async function confirmWithBackupCode(page: Page, backupCode: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await dialog.getByRole('button', { name: 'Use a backup code instead' }).click();
  await dialog.locator('[name=secret]').fill(backupCode);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
}

async function secretOf(page: Page): Promise<string> {
  const text = await page.getByText(/^[A-Z2-7]{32}$/).first().innerText();
  return text.trim();
}

/** A device of Chromium's own that makes and uses passkeys without asking anybody. */
async function withDevice(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
