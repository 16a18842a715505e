import { screen, within } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const person = { id: 'p', displayName: 'Ines Varga', email: 'ines.varga@northwind.example' };

describe('the mail of the installation', () => {
  it('shows an operator what became of letters and lets one be tried again', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/installation/mail');
    const table = await screen.findByRole('table');
    const dead = within(table).getByRole('row', { name: /Given up/ });
    expect(within(dead).getByText(/no such mailbox/)).toBeVisible();
    await user.click(within(dead).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('The letter is tried again.')).toBeVisible();
    expect(calls.some(({ path }) => path.endsWith('/retry'))).toBe(true);
  });

  it('sends a test letter and says how it went', async () => {
    stubApi([
      'POST',
      '/api/installation/mail/trial',
      () => ({ delivered: false, email: 'a@b.example', problem: 'Connection refused' }),
    ]);
    const { user } = renderConsole('/installation/mail');
    await user.click(await screen.findByRole('button', { name: 'Send me a test letter' }));
    expect(await screen.findByText('It could not be sent: Connection refused')).toBeVisible();
  });

  it('is nothing for others', async () => {
    stubApi(['GET', '/api/session', () => ({ person, operator: false, memberships: [] })]);
    renderConsole('/installation/mail');
    expect(await screen.findByText(/needs the permission/)).toBeVisible();
  });
});
