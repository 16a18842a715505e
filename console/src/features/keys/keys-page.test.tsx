import { screen, waitFor, within } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

describe('keys', () => {
  it('shows programs, who answers for them, and what ends soon', async () => {
    stubApi();
    renderConsole('/o/northwind/keys');
    expect(await screen.findByRole('link', { name: 'Build pipeline' })).toBeVisible();
    expect(screen.getByText('Ends soon')).toBeVisible();
    expect(screen.getByText('Mara Lind')).toBeVisible();
  });

  it('offers a program nothing that stays with people', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/keys');
    await user.click(await screen.findByRole('button', { name: 'New service account' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText(/Name/), 'Rule sync');
    await user.type(dialog.getByLabelText(/Purpose/), 'Keeps rules in step');
    expect(dialog.queryByLabelText('Manage service accounts and their keys')).toBeNull();
    await user.click(await dialog.findByLabelText('See rules'));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
        name: 'Rule sync',
        permissions: ['rule.read'],
      }),
    );
  });

  it('shows a new key once, with a call to try it', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/keys');
    await user.click(await screen.findByRole('link', { name: 'Build pipeline' }));
    await user.click(await screen.findByRole('button', { name: 'New key' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText(/Name/), 'Runner in Oslo');
    await user.type(dialog.getByLabelText(/Addresses/), '198.51.100.0/24, 2001:db8::/32');
    await user.click(dialog.getByRole('button', { name: 'New key' }));
    expect(await screen.findByText(/^gatehouse_7f3a9c1e55d0b824_/)).toBeVisible();
    expect(screen.getByText(/^curl -H/)).toBeVisible();
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
      networks: ['198.51.100.0/24', '2001:db8::/32'],
    });
    await user.click(screen.getByRole('button', { name: 'I have kept it' }));
    await waitFor(() => expect(screen.queryByText(/^gatehouse_7f3a9c1e55d0b824_[0-9a-f]{20}/)).toBeNull());
  });

  it('says what a revoked key stops, and wants to know why', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/keys');
    await user.click(await screen.findByRole('link', { name: 'Build pipeline' }));
    await user.click((await screen.findAllByRole('button', { name: 'Revoke' }))[1] as HTMLElement);
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/refused from their next call/)).toBeVisible();
    await user.type(dialog.getByLabelText(/Reason/), 'Rolled over');
    await user.click(dialog.getByRole('button', { name: 'Revoke' }));
    await waitFor(() =>
      expect(calls.find(({ path }) => path.endsWith('/revoke'))?.body).toEqual({ reason: 'Rolled over' }),
    );
  });
});
