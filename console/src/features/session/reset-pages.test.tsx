import { screen } from '@testing-library/react';
import { refusal, stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const signedOut = ['GET', '/api/session', () => refusal(401, 'Sign in first.')] as const;

describe('a forgotten password', () => {
  it('is asked about from the sign-in, and the answer tells nothing of anybody', async () => {
    const calls = stubApi([...signedOut]);
    const { user } = renderConsole('/sign-in');
    await user.click(await screen.findByRole('link', { name: 'Forgot your password?' }));
    const send = await screen.findByRole('button', { name: 'Send me a link' });
    await user.type(screen.getByLabelText(/E-mail/), 'anybody@example.com');
    await user.click(send);
    expect(await screen.findByText(/If somebody here has this address/)).toBeVisible();
    expect(
      calls.find(({ path, method }) => path === '/api/password-resets' && method === 'POST')?.body,
    ).toEqual({ email: 'anybody@example.com' });
  });

  it('cannot be reset where no mail is sent, and the page says so', async () => {
    stubApi([...signedOut], ['GET', '/api/password-resets', () => ({ offered: false })]);
    renderConsole('/forgot-password');
    expect(await screen.findByText('No link can be sent')).toBeVisible();
    expect(screen.queryByLabelText(/E-mail/)).toBeNull();
  });

  it('is replaced by way of the link, whose token stays out of addresses', async () => {
    const calls = stubApi([...signedOut]);
    const { user, router } = renderConsole('/password-reset#secret-token');
    await user.type(await screen.findByLabelText(/New password/), 'short');
    expect(await screen.findByText(/Use at least 12 characters/)).toBeVisible();
    await user.type(screen.getByLabelText(/New password/), ' but growing longer');
    expect(await screen.findByText(/Hard to guess/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    expect(await screen.findByText(/Sign in with the new one/)).toBeVisible();
    expect(router.state.location.pathname).toBe('/sign-in');
    expect(calls.find(({ path }) => path === '/api/password-resets/complete')?.body).toEqual({
      token: 'secret-token',
      password: 'short but growing longer',
    });
    expect(
      calls.filter(({ path, query }) => `${path}${JSON.stringify(query)}`.includes('secret-token')),
    ).toEqual([]);
  });

  it('says what to do about a dead link', async () => {
    stubApi([...signedOut]);
    renderConsole('/password-reset#dead');
    expect(await screen.findByRole('link', { name: 'Ask for a new link' })).toBeVisible();
  });
});
