import { screen } from '@testing-library/react';
import { stubApi, type MockedRoute } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';
import { employeeSession, id } from '@/test/sessions';

const base = '/api/organizations/{organization}/approval-policies/{kind}';
const page = '/o/northwind/requests/policies';
const noDraft: MockedRoute = ['GET', `${base}/draft`, () => undefined];

describe('trying a policy', () => {
  it('says who would decide a made-up request, and why', async () => {
    const calls = stubApi(noDraft);
    const { user } = renderConsole(`${page}?tab=explain`);
    await user.click(await screen.findByLabelText(/Who asks/));
    await user.click(await screen.findByRole('option', { name: 'Priya Raman' }));
    await user.type(screen.getByRole('textbox', { name: 'publisher' }), 'Acme');
    await user.click(screen.getByRole('button', { name: 'Who would decide?' }));
    expect(await screen.findByText('It takes the route Risky')).toBeVisible();
    expect(screen.getByText(/members of the team Finance/)).toBeVisible();
    expect(screen.getByText(/may not decide: the requester/)).toBeVisible();
    expect(calls.find(({ path }) => path.endsWith('/explain'))?.body).toMatchObject({
      example: { requester: id('per', 6), facts: { publisher: 'Acme' } },
    });
  });

  it('replays earlier requests, and says how far it came', async () => {
    stubApi(noDraft);
    const { user } = renderConsole(`${page}?tab=replay`);
    await user.click(await screen.findByRole('button', { name: 'Replay' }));
    expect(await screen.findByText(/stopped after the newest 412 requests/)).toBeVisible();
    expect(screen.getByText('Mara Lind: 212 requests')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Export as CSV' })).toBeEnabled();
  });
});

describe('who writes policies', () => {
  it('needs no other permission to see them', async () => {
    const [membership] = employeeSession.memberships;
    stubApi(noDraft, [
      'GET',
      '/api/session',
      () => ({
        ...employeeSession,
        memberships: [{ ...membership, permissions: ['approval.policy.manage'] }],
      }),
    ]);
    renderConsole(`${page}?tab=explain`);
    expect(await screen.findByLabelText(/Who asks/)).toBeVisible();
    // Earlier requests are for who may read them.
    expect(screen.queryByText('Earlier one')).toBeNull();
  });
});

describe('the versions of a policy', () => {
  it('restores one as a draft, which nothing keeps by itself', async () => {
    const calls = stubApi(noDraft);
    const { user } = renderConsole(`${page}?tab=versions`);
    const [, , builtIn] = await screen.findAllByText('Restore as draft');
    await user.click(builtIn!);
    expect(await screen.findByRole('tab', { name: 'Draft, not kept' })).toBeVisible();
    expect(await screen.findByText('Changed, and not kept yet.')).toBeVisible();
    expect(calls.some(({ method }) => method === 'PUT')).toBe(false);
  });
});
