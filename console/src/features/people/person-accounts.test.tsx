import { screen, within } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

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

  it('says so when there is none', async () => {
    stubApi(['GET', '/api/organizations/{organization}/people/{person}/linked-accounts', () => []]);
    renderConsole('/o/northwind/people/0e200000-0000-4000-8000-000000000003');
    expect(await screen.findByText(/comes in through no identity provider of yours/)).toBeVisible();
  });
});
