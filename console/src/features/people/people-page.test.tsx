import { screen, waitFor, within } from '@testing-library/react';
import { refusal, stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const people = '/api/organizations/{organization}/people';

describe('people', () => {
  it('filters by the address and writes the filter into it', async () => {
    const calls = stubApi();
    const { user, router } = renderConsole('/o/northwind/people?state=SUSPENDED');
    expect(await screen.findByText('Selin Aydin')).toBeVisible();
    expect(screen.queryByText('Ines Varga')).toBeNull();
    await user.type(screen.getByRole('textbox', { name: 'Name or e-mail' }), 'aydin');
    await waitFor(() => expect(router.state.location.search).toEqual({ state: 'SUSPENDED', text: 'aydin' }));
    await waitFor(() =>
      expect(calls.findLast(({ path }) => path.endsWith('/people'))?.query).toEqual({
        state: 'SUSPENDED',
        text: 'aydin',
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByText('Ines Varga')).toBeVisible();
    expect(router.state.location.search).toEqual({});
  });

  it('loads further rows by the cursor and keeps those before', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/people');
    expect(await screen.findByText('50 shown')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Load more' }));
    expect(await screen.findByText('64 shown')).toBeVisible();
    expect(calls.findLast(({ path }) => path.endsWith('/people'))?.query.cursor).toBe('50');
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  });

  it('sorts by what the server sorts by', async () => {
    const calls = stubApi();
    const { user, router } = renderConsole('/o/northwind/people');
    await user.click(await screen.findByRole('button', { name: 'Last sign-in' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ sort: 'lastSignInAt' }));
    await user.click(screen.getByRole('button', { name: 'Last sign-in' }));
    await waitFor(() =>
      expect(calls.findLast(({ path }) => path.endsWith('/people'))?.query).toEqual({
        sort: '-lastSignInAt',
      }),
    );
  });

  it('shows an error with its correlation id and tries again', async () => {
    let failing = true;
    stubApi([
      'GET',
      people,
      () => (failing ? refusal(500, 'The database is away.') : { items: [], next: null }),
    ]);
    const { user } = renderConsole('/o/northwind/people');
    expect(await screen.findByText('The database is away.')).toBeVisible();
    expect(screen.getByText('correlation-1')).toBeVisible();
    failing = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nobody here yet')).toBeVisible();
  });

  it('leads to the sign-in when the session ended, and back', async () => {
    stubApi(['GET', people, () => refusal(401, 'Sign in first.')]);
    const { router } = renderConsole('/o/northwind/people?state=ACTIVE');
    expect(await screen.findByText('Sign in to go on where you were.')).toBeVisible();
    expect(router.state.location.search).toEqual({ return: '/console/o/northwind/people?state=ACTIVE' });
  });

  it('invites by a link that is shown once', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/people');
    await user.click((await screen.findAllByRole('button', { name: 'Invite' }))[0] as HTMLElement);
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText(/E-mail/), 'new@northwind.example');
    await user.click(dialog.getByRole('button', { name: 'Invite' }));
    expect(await dialog.findAllByText('Choose at least one role.')).not.toHaveLength(0);
    await user.click(await dialog.findByRole('checkbox', { name: /Auditor/ }));
    await user.click(dialog.getByRole('button', { name: 'Invite' }));
    expect(await screen.findByText(/invitation#/)).toBeVisible();
    expect(
      calls.find(({ method, path }) => method === 'POST' && path.endsWith('/invitations'))?.body,
    ).toEqual({
      email: 'new@northwind.example',
      roles: ['AUDITOR'],
    });
    await user.click(screen.getByRole('button', { name: 'I have kept it' }));
    await waitFor(() => expect(screen.queryByText(/invitation#/)).toBeNull());
  });

  it('puts the server’s objection at its field', async () => {
    stubApi();
    const { user } = renderConsole('/o/northwind/people');
    await user.click((await screen.findAllByRole('button', { name: 'Invite' }))[0] as HTMLElement);
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText(/E-mail/), 'someone@taken.example');
    await user.click(await dialog.findByRole('checkbox', { name: /Auditor/ }));
    await user.click(dialog.getByRole('button', { name: 'Invite' }));
    expect(await dialog.findByText('Already a member.')).toBeVisible();
    expect(dialog.getByLabelText(/E-mail/)).toBeInvalid();
  });

  it('saves the roles of a person and can take it back', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/people/0e200000-0000-4000-8000-000000000002');
    expect(await screen.findByRole('heading', { name: 'Jonas Weber', level: 1 })).toBeVisible();
    await user.click(await screen.findByRole('checkbox', { name: /Team lead/ }));
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(calls.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
        { roles: ['END_USER', 'TEAM_LEAD'] },
        { roles: ['END_USER'] },
      ]),
    );
  });

  it('lets nobody change their own roles', async () => {
    stubApi();
    renderConsole('/o/northwind/people/0e200000-0000-4000-8000-000000000001');
    expect(await screen.findByText('Somebody else must change your roles.')).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Suspend' })).toBeNull();
  });
});
