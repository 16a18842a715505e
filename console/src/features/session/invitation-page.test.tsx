import { screen } from '@testing-library/react';
import { refusal, stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

describe('an invitation', () => {
  it('sends its token in a body, never in an address', async () => {
    const calls = stubApi(['GET', '/api/session', () => refusal(401, 'Sign in first.')]);
    const { user } = renderConsole('/invitation#secret-token');
    expect(await screen.findByRole('heading', { name: 'Join Northwind Studios' })).toBeVisible();
    await user.type(screen.getByLabelText(/Choose a password/), 'a long enough sentence');
    await user.click(screen.getByRole('button', { name: 'Accept and sign in' }));
    expect(await screen.findByRole('heading', { name: 'Organizations' })).toBeVisible();
    expect(calls.find(({ path }) => path === '/api/invitations/accept')?.body).toEqual({
      token: 'secret-token',
      displayName: 'Mara Lind',
      password: 'a long enough sentence',
    });
    expect(
      calls.filter(({ path, query }) => `${path}${JSON.stringify(query)}`.includes('secret-token')),
    ).toEqual([]);
  });

  it('asks a person who exists for their own password only', async () => {
    stubApi(['GET', '/api/session', () => refusal(401, 'Sign in first.')]);
    renderConsole('/invitation#known');
    expect(await screen.findByLabelText(/Your password/)).toBeVisible();
    expect(screen.queryByLabelText(/Name/)).toBeNull();
  });

  it('offers a password by mail to a person who exists and has none', async () => {
    stubApi(['GET', '/api/session', () => refusal(401, 'Sign in first.')]);
    renderConsole('/invitation#provisioned');
    expect(await screen.findByRole('link', { name: 'Set a password by mail' })).toBeVisible();
    expect(screen.queryByLabelText(/password/i)).toBeNull();
  });

  it('says what to do about a dead link', async () => {
    stubApi(['GET', '/api/session', () => refusal(401, 'Sign in first.')]);
    renderConsole('/invitation#dead');
    expect(await screen.findByText('This invitation is not valid')).toBeVisible();
  });
});
