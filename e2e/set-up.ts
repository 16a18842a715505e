import type { Page } from '@playwright/test';

export const admin = { email: 'admin@example.org', password: 'a long enough passphrase 1' };
export const operator = { email: 'operator@example.org', password: 'a long enough passphrase 0' };

/** Makes the operator, the organization Acme and its admin on the product's first page. */
export async function setUp(page: Page, code: string, kind: 'ENTERPRISE' | 'PROVIDER' = 'ENTERPRISE'): Promise<void> {
  const values = {
    code,
    'organization.name': 'Acme',
    'admin.displayName': 'Ada Admin',
    'admin.email': admin.email,
    'admin.password': admin.password,
    'operator.displayName': 'Olga Operator',
    'operator.email': operator.email,
    'operator.password': operator.password,
  };
  for (const [name, value] of Object.entries(values)) {
    await page.locator(`[name="${name}"]`).fill(value);
  }
  if (kind === 'PROVIDER') {
    await page.getByRole('combobox').click();
    await page.getByRole('option').nth(1).click();
  }
  await page.getByRole('button', { name: 'Set up Gatehouse' }).click();
}
