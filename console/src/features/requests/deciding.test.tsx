import { screen, waitFor, within } from '@testing-library/react';

import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';
import { employeeSession, id } from '@/test/sessions';

const first = id('req', 1);
const answered = id('req', 7);

describe('deciding with keys', () => {
  it('shows who must agree, who has, and who can', async () => {
    stubApi();
    renderConsole(`/o/northwind/requests/${first}`);
    const path = within(await screen.findByRole('region', { name: 'Who decides' }));
    expect(path.getByText('All of these must agree')).toBeVisible();
    expect(path.getByText(/and 3 others/)).toBeVisible();
    expect(path.getByText(/as lead of the team/)).toBeVisible();
    expect(path.getByText('After Review')).toBeVisible();
  });

  it('asks back by R about what was looked at', async () => {
    const calls = stubApi();
    const { user } = renderConsole(`/o/northwind/requests/${first}`);
    await screen.findByRole('button', { name: /^Ask back/ });
    await user.keyboard('r');
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox'), 'Which customer is it for?');
    await user.click(dialog.getByRole('button', { name: 'Ask back' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(calls.find(({ path }) => path.endsWith('/ask-back'))?.body).toEqual({
      question: 'Which customer is it for?',
      contentHash: 'f00d',
    });
  });

  it('leaves it to the others by L, without a word if one likes', async () => {
    const calls = stubApi();
    const { user } = renderConsole(`/o/northwind/requests/${id('req', 2)}`);
    await screen.findByRole('button', { name: /^Leave to others/ });
    await user.keyboard('l');
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Leave to others' }));
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/abstain'))).toBe(true));
    expect(calls.find(({ path }) => path.endsWith('/abstain'))?.body).toMatchObject({ comment: null });
  });

  it('goes to the next that waits by N, and lists the keys', async () => {
    stubApi();
    const { user, router } = renderConsole(`/o/northwind/requests/${id('req', 2)}`);
    await screen.findByRole('button', { name: /^Next: #/ });
    await user.keyboard('?');
    const keys = within(await screen.findByRole('dialog'));
    for (const name of ['Approve', 'Deny', 'Ask back', 'Leave to others', 'Next request']) {
      expect(keys.getByText(name)).toBeVisible();
    }
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('n');
    await waitFor(() => expect(router.state.location.pathname).not.toContain(id('req', 2)));
  });
});

describe('answering', () => {
  it('puts the answer into the reason and sends it for the version that was read', async () => {
    const calls = stubApi(['GET', '/api/session', () => employeeSession]);
    const { user } = renderConsole(`/o/northwind/requests/${answered}`);
    expect(await screen.findByText('Which customer sends you these files, and how often?')).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: /with the answer in it/ }), ' Contoso, each week.');
    await user.click(screen.getByRole('button', { name: 'Send the answer' }));
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/revise'))).toBe(true));
    expect(calls.find(({ path }) => path.endsWith('/revise'))?.body).toEqual({
      justification: 'A customer sends drawings that nothing else opens. Contoso, each week.',
      contentHash: 'f00d',
    });
  });

  it('says so to whoever is asked nothing', async () => {
    stubApi(
      ['GET', '/api/session', () => employeeSession],
      [
        'GET',
        '/api/organizations/{organization}/requests/inbox',
        () => ({ items: [], next: null, waiting: 0 }),
      ],
    );
    renderConsole('/o/northwind/requests/to-decide');
    expect(await screen.findByText('Not with your roles')).toBeVisible();
  });
});
