import { screen, waitFor, within } from '@testing-library/react';
import { session } from '../../../mock/data.mjs';
import { stubApi, type MockedRoute } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const path = '/api/organizations/{organization}/saved-views';
const view = (change: object) => ({
  id: 'v1',
  list: 'people',
  name: 'Suspended',
  query: 'state=SUSPENDED&sort=-email',
  preferred: false,
  ...change,
});
const kept = (...views: object[]): MockedRoute => ['GET', path, () => views];

const open = async (user: ReturnType<typeof renderConsole>['user']) => {
  await screen.findByRole('heading', { level: 1, name: 'People' });
  await user.click(await screen.findByRole('button', { name: 'My views' }));
  return within(await screen.findByRole('dialog', { name: 'My views' }));
};

describe('saved views', () => {
  it('keep what the address says of the list, without the row that is open', async () => {
    const calls = stubApi(kept());
    const { user } = renderConsole('/o/northwind/people?state=ACTIVE&sort=-email&tab=profile');
    const dialog = await open(user);
    await user.type(dialog.getByRole('textbox'), 'Mine');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      list: 'people',
      name: 'Mine',
      query: 'state=ACTIVE&sort=-email',
      preferred: false,
    });
  });

  it('are opened in place, and are those of this list only', async () => {
    stubApi(kept(view({}), view({ id: 'v2', list: 'devices', name: 'Elsewhere' })));
    const { user, router } = renderConsole('/o/northwind/people?text=a');
    const dialog = await open(user);
    expect(dialog.queryByRole('button', { name: 'Elsewhere' })).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Suspended' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ state: 'SUSPENDED', sort: '-email' }));
  });

  it('open by themselves when preferred, but not over what an address says', async () => {
    stubApi(kept(view({ preferred: true })));
    const { router } = renderConsole('/o/northwind/people');
    await waitFor(() => expect(router.state.location.search).toEqual({ state: 'SUSPENDED', sort: '-email' }));
    const { router: other } = renderConsole('/o/northwind/people?text=a');
    await screen.findAllByRole('heading', { level: 1, name: 'People' });
    expect(other.state.location.search).toEqual({ text: 'a' });
  });

  it('are not offered to whoever is engaged there', async () => {
    const engagement = { provider: 'p1', providerName: 'Fjord', level: 'FULL', until: null };
    stubApi(kept(), [
      'GET',
      '/api/session',
      () => ({
        ...session,
        memberships: session.memberships.map((membership) => ({ ...membership, engagement })),
      }),
    ]);
    renderConsole('/o/northwind/people');
    await screen.findByRole('heading', { level: 1, name: 'People' });
    expect(screen.queryByRole('button', { name: 'My views' })).toBeNull();
  });
});
