import { screen, within } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

describe('my account', () => {
  it('adds an authenticator app and shows the backup codes once', async () => {
    stubApi();
    const { user } = renderConsole('/account');
    await user.click(await screen.findByRole('button', { name: 'Add authenticator app' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add an authenticator app' });
    expect(within(dialog).getByTitle('QR code for the authenticator app')).toBeInTheDocument();
    await user.type(within(dialog).getByLabelText(/Authenticator code/), '123456');
    await user.click(within(dialog).getByRole('button', { name: 'Confirm' }));
    const codes = await screen.findByRole('dialog', { name: 'Your backup codes' });
    expect(within(codes).getByText(/k3m0-x7qd-p2ws-ab5y/)).toBeVisible();
    await user.click(within(codes).getByRole('button', { name: 'I have kept it' }));
    expect(await screen.findByText('10 unused codes are left.')).toBeVisible();
  });

  it('lists where I am signed in and signs me out there', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/account');
    expect(await screen.findByText('Safari on macOS · this one')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Sign out Firefox on Linux' }));
    expect(await screen.findByText('That session is ended.')).toBeVisible();
    expect(
      calls.some(({ method, path }) => method === 'DELETE' && path.startsWith('/api/account/sessions/')),
    ).toBe(true);
  });
});
