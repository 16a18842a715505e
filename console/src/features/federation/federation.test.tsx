import { screen, within } from '@testing-library/react';
import { refusal, stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const provider = '/o/northwind/single-sign-on';

describe('single sign-on', () => {
  it('shows the record that proves a domain, and what a check found', async () => {
    stubApi();
    renderConsole(provider);
    expect(await screen.findByText('_gatehouse-challenge.northwind-labs.example')).toBeVisible();
    expect(screen.getByText(/There is no TXT record/)).toBeVisible();
    expect(screen.getAllByText('Proven')).toHaveLength(2);
    expect(screen.getByText(/Unless it comes back, it counts as proven no longer from/)).toBeVisible();
  });

  it('says at the field why a domain cannot be had', async () => {
    stubApi();
    const { user } = renderConsole(provider);
    await user.click(await screen.findByRole('button', { name: 'Add domain' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText(/Domain/), 'gmail.com');
    await user.click(within(dialog).getByRole('button', { name: 'Add domain' }));
    expect((await within(dialog).findAllByText(/anybody gets a mailbox/)).length).toBeGreaterThan(0);
  });

  it('sends a new secret only when one was typed, and never shows the old one', async () => {
    const calls = stubApi();
    const { user } = renderConsole(provider);
    await user.click(await screen.findByRole('link', { name: 'Northwind' }));
    const secret = await screen.findByLabelText(/Client secret/);
    expect(secret).toHaveValue('');
    await user.click(screen.getByRole('button', { name: 'Save connection' }));
    expect(await screen.findByText(/Sign-ins that were on their way/)).toBeVisible();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({
      secret: null,
      settings: { clientId: 'gatehouse' },
    });
  });

  it('says what is wrong with the connection and what claims would give', async () => {
    stubApi();
    const { user } = renderConsole(provider);
    await user.click(await screen.findByRole('link', { name: 'Northwind' }));
    await user.click(await screen.findByRole('button', { name: 'Check the connection' }));
    expect(await screen.findByText(/does not take the client ID with this secret/)).toBeVisible();
    expect(screen.getByText('This person would come in')).toBeVisible();
    expect(
      screen.getByText(/Member of the team Engineering – because: groups has engineering/),
    ).toBeVisible();
  });

  it('gives the address for a directory and connects its groups to the rules of a provider', async () => {
    const calls = stubApi();
    const { user } = renderConsole(provider);
    expect(await screen.findByText(/organizations\/.*\/scim\/v2$/)).toBeVisible();
    expect(screen.getByText(/Gatehouse admins \(3 members\)/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Make a key for it' })).toBeVisible();
    const claim = screen.getByLabelText(/Claim of the groups/);
    await user.clear(claim);
    await user.type(claim, 'teams');
    await user.click(within(claim.closest('form')!).getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/groups give what the rules of Northwind say/)).toBeVisible();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({ groupsClaim: 'teams' });
  });

  it('tells a person what to do when their sign-in failed', async () => {
    stubApi(['GET', '/api/session', () => refusal(401, 'Sign in first.')]);
    renderConsole('/sign-in-problem?reason=no-role&id=abc-1');
    expect(await screen.findByText(/nobody has given you access here yet/)).toBeVisible();
    expect(screen.getByText(/abc-1/)).toBeVisible();
  });
});
