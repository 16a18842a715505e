import { screen, within } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const sha256 = 'ab'.repeat(32);

describe('votes on software', () => {
  it('names what was shown with the vote, and shows how far it is', async () => {
    const calls = stubApi();
    const { user } = renderConsole(`/o/northwind/requests/votes/${sha256}`);
    const exact = within(await screen.findByRole('region', { name: 'This exact file' }));
    expect(exact.getByText('2.64 of 3')).toBeVisible();
    await user.click(exact.getByRole('button', { name: 'Vote to allow (1.31)' }));
    expect(await screen.findByText('Your vote counts.')).toBeVisible();
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      ruleType: 'BINARY',
      identifier: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      side: 'UP',
    });
  });

  it('says why it is frozen, offers no vote for it then, and lets a review clear it with a reason', async () => {
    const calls = stubApi();
    const { user } = renderConsole(`/o/northwind/requests/votes/${sha256}`);
    const program = within(await screen.findByRole('region', { name: 'This program in every version' }));
    expect(program.getByRole('alert')).toHaveTextContent(/wait until somebody.*address book/);
    expect(program.queryByRole('button', { name: /Vote to allow/ })).toBeNull();
    expect(program.getByText(/somebody else must review/)).toBeVisible();
    const exact = within(screen.getByRole('region', { name: 'This exact file' }));
    await user.click(exact.getByRole('button', { name: 'It is bad' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /What you found/ }), 'A known thief');
    await user.click(dialog.getByRole('button', { name: 'Stop it' }));
    expect(await screen.findByText('It runs for nobody for votes.')).toBeVisible();
    expect(calls.find(({ path }) => path.endsWith('/condemn'))?.body).toEqual({ reason: 'A known thief' });
  });

  it('never offers to grant a whole team by votes', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/requests/voting');
    const team = within(await screen.findByRole('group', { name: 'Everything by its maker' }));
    expect(team.queryByRole('spinbutton', { name: /own Macs/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Votes count like this from now on.')).toBeVisible();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({
      version: 2,
      settings: { open: true, largestShare: 50, thresholds: { TEAMID: { local: null, proposal: 10 } } },
    });
  });
});
