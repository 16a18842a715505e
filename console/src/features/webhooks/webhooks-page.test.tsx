import { screen, within } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

describe('webhooks', () => {
  it('shows how each destination does and what became of each message', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/destinations');
    expect(await screen.findByText(/Failed 7 times in a row/)).toBeVisible();
    const table = await screen.findByRole('table');
    const dead = within(table).getByRole('row', { name: /Given up/ });
    expect(within(dead).getByText(/gives no answer in time/)).toBeVisible();
    await user.click(within(dead).getByRole('button', { name: 'Attempts' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findAllByText(/503/)).toHaveLength(9);
    await user.click(dialog.getByRole('button', { name: 'Send again' }));
    expect(await screen.findByText('It is sent again')).toBeVisible();
    expect(calls.some(({ path }) => path.endsWith('/replay'))).toBe(true);
  });

  it('shows the secret of a new one until somebody closes it', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/destinations');
    await user.click(await screen.findByRole('button', { name: 'Add a webhook' }));
    await user.type(screen.getByRole('textbox', { name: /Name/ }), 'Chat');
    await user.type(screen.getByRole('textbox', { name: /Address/ }), 'https://chat.example/hook');
    await user.click(screen.getByRole('checkbox', { name: 'Request went on' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Add a webhook' }));
    expect(await screen.findByText(/^whsec_/)).toBeVisible();
    expect(
      calls.find(({ method, path }) => method === 'POST' && path.endsWith('/destinations'))?.body,
    ).toEqual({
      name: 'Chat',
      url: 'https://chat.example/hook',
      types: ['request.submitted', 'request.closed'],
    });
  });
});
