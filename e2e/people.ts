import { type Browser, expect, type Page } from '@playwright/test';
import { demo } from './demo';

/** A window of its own in which that person of the demo is signed in. */
export async function signedIn(browser: Browser, organization: string, role: string): Promise<Page> {
  const person = demo().people.find((p) => p.organization === organization && p.role === role);
  if (!person) {
    throw new Error(`The demo has no ${role} at ${organization}`);
  }
  const context = await browser.newContext({ baseURL: demo().address });
  const page = await context.newPage();
  await signIn(page, person.email, person.password);
  return page;
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/console/');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Shows the password where the action asks for a fresh factor. */
export async function confirm(page: Page, password: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await dialog.locator('[name=secret]').fill(password);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog).toBeHidden();
}
