import { screen } from '@testing-library/react';
import { session } from '../../mock/data.mjs';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

describe('an organization that demands a second factor', () => {
  it('leads to where one is added, before anything else', async () => {
    stubApi([
      'GET',
      '/api/session',
      () => ({
        ...session,
        memberships: session.memberships.map((membership) => ({ ...membership, secondFactorMissing: true })),
      }),
    ]);
    const { router } = renderConsole('/o/northwind/people');
    expect(await screen.findByText(/demands a second factor/)).toBeVisible();
    expect(router.state.location.pathname).toBe('/account');
  });
});
