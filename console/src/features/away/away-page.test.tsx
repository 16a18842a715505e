import { screen, within } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

describe('when I am away', () => {
  it('shows who decides for whom, and ends only what is not over', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/away');
    const given = await screen.findByRole('region', { name: 'In my place' });
    expect(within(given).getByText('Now')).toBeVisible();
    expect(within(given).getByText('Over')).toBeVisible();
    expect(within(given).getAllByRole('button', { name: /^End:/ })).toHaveLength(1);
    await user.click(within(given).getByRole('button', { name: /^End:/ }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'End' }));
    expect(await screen.findByText(/decides no more in the place of Ines Varga\./)).toBeVisible();
    expect(calls.find(({ method, path }) => method === 'POST' && path.endsWith('/end'))).toBeDefined();
  });

  it('hands on from the first day to the end of the last, and says why not', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/away');
    await user.click(await screen.findByRole('button', { name: 'Name somebody' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText(/E-mail address/), 'ines.varga@northwind.example');
    await user.type(dialog.getByLabelText(/First day/), '2026-12-21');
    await user.type(dialog.getByLabelText(/Last day/), '2026-12-31');
    await user.click(dialog.getByRole('button', { name: 'Hand on' }));
    expect(await dialog.findByText(/Nobody decides in their own place/)).toBeVisible();
    expect(
      calls.find(({ method, path }) => method === 'POST' && path.endsWith('/delegations'))?.body,
    ).toEqual({
      email: 'ines.varga@northwind.example',
      startsAt: new Date('2026-12-21T00:00:00').toISOString(),
      endsAt: new Date('2027-01-01T00:00:00').toISOString(),
      kind: null,
      team: null,
    });
  });
});
