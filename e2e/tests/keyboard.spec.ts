import { randomBytes } from 'node:crypto';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { signedIn } from '../people';

const ACME = 'Acme Robotics';
const MOST_STOPS = 150;

test('asking and deciding need no mouse', async ({ browser }) => {
  const sha256 = randomBytes(32).toString('hex');
  const title = `File ${sha256.slice(0, 12)}`;
  const employee = await signedIn(browser, ACME, 'END_USER');
  await employee.goto('/console/o/acme-robotics/requests/new');
  await tabTo(employee, employee.getByLabel('Fingerprint (SHA-256)'));
  await employee.keyboard.type(sha256);
  await tabTo(employee, employee.locator('[name=justification]'));
  await employee.keyboard.type('I need it to read the plans that our supplier sends.');
  await tabTo(employee, employee.getByRole('button', { name: 'Ask for it' }));
  await employee.keyboard.press('Enter');
  await expect(employee.getByRole('heading', { level: 1 })).toContainText(title);

  const admin = await signedIn(browser, ACME, 'SECURITY_ADMIN');
  await admin.goto('/console/o/acme-robotics/requests/to-decide');
  await tabTo(admin, admin.getByRole('link', { name: new RegExp(title) }).first());
  await admin.keyboard.press('Enter');
  await expect(admin.getByText('our supplier sends')).toBeVisible();
  await tabTo(admin, admin.getByRole('button', { name: 'Deny' }));
  await admin.keyboard.press('Enter');
  await expect(admin.getByRole('dialog')).toBeVisible();
  await admin.keyboard.type('Nobody here knows who made this file.');
  await tabTo(admin, admin.getByRole('button', { name: 'Deny request' }));
  await admin.keyboard.press('Enter');
  await expect(admin.getByText('Not approved').first()).toBeVisible();

  await expect(employee.getByText('Nobody here knows who made this file.', { exact: true })).toBeVisible();
});

/** Goes from stop to stop as a person does, until the thing has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('No way leads there by the Tab key');
}
