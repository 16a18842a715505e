import { screen, within } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

describe('the ledger', () => {
  it('exports exactly what is filtered', async () => {
    stubApi();
    const { user } = renderConsole('/o/northwind/ledger?action=rule.update&text=firefox');
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    const address =
      (await screen.findByRole('menuitem', { name: 'Export as CSV' })).getAttribute('href') ?? '';
    expect(Object.fromEntries(new URL(address, 'http://localhost').searchParams)).toEqual({
      format: 'csv',
      action: 'rule.update',
      text: 'firefox',
    });
  });

  it('shows an entry as a difference by meaning and folds what stayed', async () => {
    stubApi();
    const { user } = renderConsole('/o/northwind/ledger/ee400000-0000-4000-8000-000000004212');
    expect(await screen.findByLabelText('Before: BLOCKLIST')).toBeVisible();
    expect(screen.getByLabelText('After: ALLOWLIST')).toBeVisible();
    expect(screen.queryByText('until reviewed')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show 3 unchanged values' }));
    expect(screen.getByText('until reviewed')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Raw' }));
    expect(within(screen.getByLabelText('Before')).getByText(/"BLOCKLIST"/)).toBeVisible();
  });
});
