import { screen, waitFor, within } from '@testing-library/react';
import { employeeSession } from '../../mock/data.mjs';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const someId = '018f0000-0000-7000-8000-000000000001';

describe('the search', () => {
  it('asks for the ledger only when the text is an id, and finds by correlation too', async () => {
    const calls = stubApi([
      'GET',
      '/api/organizations/{organization}/ledger/entries',
      () => ({ items: [], next: null }),
    ]);
    const { user } = renderConsole('/o/northwind/people');
    await screen.findByRole('heading', { level: 1, name: 'People' });
    await user.keyboard('{Control>}k{/Control}');
    const box = await screen.findByRole('combobox');
    const asked = () => calls.filter(({ path }) => path.endsWith('/ledger/entries'));
    await user.type(box, 'selin');
    await screen.findByRole('group', { name: 'People' });
    expect(asked()).toHaveLength(0);
    await user.clear(box);
    await user.click(box);
    await user.paste(someId);
    await waitFor(() => expect(asked().map(({ query }) => query.correlationId)).toEqual([someId]));
  });

  it('shows what was opened from it, the next time', async () => {
    stubApi();
    const { user } = renderConsole('/o/northwind/people');
    await screen.findByRole('heading', { level: 1, name: 'People' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'selin tan');
    const found = await screen.findByRole('option', { name: /Selin Tanaka/ });
    await user.click(found);
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    await user.keyboard('{Control>}k{/Control}');
    const recent = await screen.findByRole('group', { name: 'Opened lately' });
    expect(within(recent).getByRole('option', { name: /Selin Tanaka/ })).toBeVisible();
  });

  it('asks for nothing that the person may not read', async () => {
    const calls = stubApi(['GET', '/api/session', () => employeeSession]);
    const { user } = renderConsole('/o/northwind/requests/mine');
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'selin');
    await screen.findByText(/Nothing found/);
    const asked = calls.filter(({ query }) => query.text === 'selin').map(({ path }) => path);
    expect(asked).toEqual([]);
    expect(calls.some(({ path }) => /\/(teams|roles|custom-roles|customers|people)$/.test(path))).toBe(false);
  });
});
