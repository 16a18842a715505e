import { screen, waitFor, within } from '@testing-library/react';
import { refusal, stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

describe('enrolments', () => {
  it('shows a rotated secret once, with the address that a Mac needs', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/enrolments');
    await user.click((await screen.findAllByRole('button', { name: 'Rotate secret' }))[0] as HTMLElement);
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Rotate secret' }));
    expect(await screen.findByText(/^https:.*\/santa\//)).toBeVisible();
    expect(calls.find(({ path }) => path.endsWith('/secrets'))?.body).toEqual({ retireOthersAfter: 'P7D' });
    await user.keyboard('{Escape}');
    expect(screen.getByText('SyncBaseURL')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'I have kept it' }));
    await waitFor(() => expect(screen.queryByText('SyncBaseURL')).toBeNull());
  });

  it('revokes only after the name was typed and a reason given', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/enrolments');
    await user.click((await screen.findAllByRole('button', { name: 'Revoke' }))[1] as HTMLElement);
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/41 Macs/)).toBeVisible();
    await user.type(dialog.getByLabelText(/Reason/), 'The profile leaked');
    await user.type(dialog.getByLabelText(/Type/), 'Design');
    await user.click(dialog.getByRole('button', { name: 'Revoke' }));
    expect(await dialog.findByText(/exactly as shown/)).toBeVisible();
    expect(calls.some(({ path }) => path.endsWith('/revoke'))).toBe(false);
    await user.type(dialog.getByLabelText(/Type/), ' team, Berlin');
    await user.click(dialog.getByRole('button', { name: 'Revoke' }));
    await waitFor(() =>
      expect(calls.find(({ path }) => path.endsWith('/revoke'))?.body).toEqual({
        reason: 'The profile leaked',
      }),
    );
  });
});

describe('tags', () => {
  it('moves a tag up at once and back when the server refuses', async () => {
    stubApi([
      'PUT',
      '/api/organizations/{organization}/tags/order',
      () => refusal(409, 'Somebody else changed the order.'),
    ]);
    const { user } = renderConsole('/o/northwind/tags');
    await user.click(await screen.findByRole('button', { name: 'Move Engineering up' }));
    expect(await screen.findByText('Somebody else changed the order.')).toBeVisible();
    await waitFor(() =>
      expect(
        screen.getAllByRole('listitem').find((item) => item.textContent?.includes('Macs')),
      ).toHaveTextContent('Pilot'),
    );
  });

  it('says what a tag in use takes with it before it is removed', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/tags');
    await user.click((await screen.findAllByRole('button', { name: 'Edit' }))[0] as HTMLElement);
    await user.click(await screen.findByRole('button', { name: 'Remove tag' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove tag' }));
    expect(await screen.findByText(/3 rules and 1 configuration/)).toBeVisible();
    await user.type(screen.getByLabelText(/Type/), 'Pilot');
    await user.click(screen.getByRole('button', { name: 'Remove with its rules and configuration' }));
    await waitFor(() =>
      expect(calls.filter(({ method }) => method === 'DELETE').map(({ query }) => query)).toEqual([
        {},
        { force: 'true' },
      ]),
    );
  });
});
