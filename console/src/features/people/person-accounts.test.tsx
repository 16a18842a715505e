import { screen, within } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const account = {
  provider: '0f100000-0000-4000-8000-000000000001',
  providerName: 'Northwind staff',
  organization: '0a100000-0000-4000-8000-000000000001',
  organizationName: 'Northwind',
  subject: '8f1c2a77-3b0e',
  linkedAt: '2026-01-01T10:00:00Z',
  lastUsedAt: null,
};

describe('accounts of a person at identity providers', () => {
  it('are shown, and parted after a question', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/people/0e200000-0000-4000-8000-000000000003');
    await user.click(await screen.findByRole('button', { name: 'Unlink the account at Northwind staff' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/Sessions that it opened end at once/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Unlink' }));
    expect(await screen.findByText(/is unlinked from “Northwind staff”/)).toBeVisible();
    expect(calls.some(({ method, path }) => method === 'DELETE' && path.includes('/linked-accounts/'))).toBe(
      true,
    );
  });

  it('are shown without a button to who may not part them', async () => {
    stubApi([
      'GET',
      '/api/organizations/{organization}/people/{person}/linked-accounts',
      () => [{ ...account, mayUnlink: false }],
    ]);
    renderConsole('/o/northwind/people/0e200000-0000-4000-8000-000000000003');
    expect(await screen.findByText(account.subject)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Unlink/ })).toBeNull();
  });

  it('says so when there is none', async () => {
    stubApi(['GET', '/api/organizations/{organization}/people/{person}/linked-accounts', () => []]);
    renderConsole('/o/northwind/people/0e200000-0000-4000-8000-000000000003');
    expect(await screen.findByText(/comes in through no identity provider of yours/)).toBeVisible();
  });
});
