import { screen, within } from '@testing-library/react';
import { knownRefusal, stubApi, type MockedRoute } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';
import { stubScreen } from '@/test/screen';
import { id } from '@/test/sessions';

const base = '/api/organizations/{organization}/approval-policies/{kind}';
const page = '/o/northwind/requests/policies';
const noDraft: MockedRoute = ['GET', `${base}/draft`, () => undefined];

describe('approval policies', () => {
  it('tells in plain words who decides, by names and never by ids', async () => {
    stubApi();
    renderConsole(page);
    expect(
      await screen.findByText(
        /2 people of: whoever may approve and deny requests of others and 1 person of: members of the team Finance or Mara Lind/,
      ),
    ).toBeVisible();
    expect(screen.getByText('All other requests')).toBeVisible();
    expect(document.body).not.toHaveTextContent(id('per', 3));
    expect(document.body).not.toHaveTextContent(id('tea', 2));
  });
});

describe('the builder', () => {
  it('adds somebody by name, keeps the draft, and takes every step back', async () => {
    stubScreen(1000);
    const calls = stubApi(noDraft);
    const { user } = renderConsole(`${page}?tab=draft`);
    const parts = await screen.findByRole('navigation', { name: 'Parts of the policy' });
    await user.click(within(parts).getByRole('button', { name: /^Approvers/ }));
    await user.click(screen.getAllByRole('combobox', { name: 'Add somebody' })[0]!);
    await user.click(await screen.findByRole('option', { name: /Priya Raman/ }));
    expect(await screen.findByRole('button', { name: 'Remove Priya Raman' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.queryByRole('button', { name: 'Remove Priya Raman' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Redo' }));
    await user.click(screen.getByRole('button', { name: 'Keep draft' }));
    expect(await screen.findByText('The draft is kept.')).toBeVisible();
    const kept = JSON.stringify(calls.find(({ method }) => method === 'PUT')?.body);
    expect(kept).toContain(id('per', 6));
    expect(kept).toContain('"version":0');
  });

  it('shows a finding at its place, and lets nothing be published that must be mended', async () => {
    stubScreen(1000);
    stubApi(noDraft);
    const { user } = renderConsole(`${page}?tab=draft`);
    await user.click(await screen.findByText(/undeclared reference to 'rusk'/));
    expect(await screen.findByLabelText(/Takes requests for which holds/)).toBeInvalid();
    expect(screen.getByRole('button', { name: 'Publish …' })).toBeDisabled();
  });

  it('loses nothing when somebody else kept the draft meanwhile', async () => {
    stubScreen(1000);
    let read = 0;
    const draft = (version: number, name: string) => ({
      version,
      policy: { name, routes: [], otherwise: otherwise() },
      changedAt: '2026-11-25T12:00:00Z',
      changedBy: name,
    });
    stubApi(
      ['GET', `${base}/draft`, () => (read++ === 0 ? draft(1, 'Ines') : draft(2, 'Mara'))],
      ['PUT', `${base}/draft`, () => knownRefusal(409, 'policy-changed')],
    );
    const { user } = renderConsole(`${page}?tab=draft`);
    const name = await screen.findByRole('textbox', { name: 'Name of the policy' });
    await user.type(name, ' mine');
    await user.click(screen.getByRole('button', { name: 'Keep draft' }));
    expect(await screen.findByText(/Mara kept another draft/)).toBeVisible();
    expect(name).toHaveValue('Ines mine');
    await user.click(screen.getByRole('button', { name: 'Go on with theirs' }));
    expect(screen.getByRole('textbox', { name: 'Name of the policy' })).toHaveValue('Mara');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('textbox', { name: 'Name of the policy' })).toHaveValue('Ines mine');
  });

  it('asks before the page is left with something unkept', async () => {
    stubScreen(1000);
    stubApi(noDraft);
    const { user, router } = renderConsole(`${page}?tab=draft`);
    await user.type(await screen.findByRole('textbox', { name: 'Name of the policy' }), '!');
    void router.navigate({ to: '/o/$organization/requests', params: { organization: 'northwind' } });
    await user.click(await screen.findByRole('button', { name: 'Stay' }));
    expect(router.state.location.pathname).toContain('policies');
  });

  it('offers facts while a condition is written', async () => {
    stubScreen(1000);
    stubApi(noDraft);
    const { user } = renderConsole(`${page}?tab=draft`);
    const parts = await screen.findByRole('navigation', { name: 'Parts of the policy' });
    await user.click(within(parts).getByRole('button', { name: /1\. Risky/ }));
    const condition = await screen.findByRole('textbox', { name: /Takes requests for which holds/ });
    await user.clear(condition);
    await user.type(condition, 'dep');
    expect(await screen.findByRole('option', { name: /department/ })).toBeVisible();
    await user.keyboard('{Enter}');
    expect(condition).toHaveValue('department');
  });
});

function otherwise() {
  const group = {
    kind: 'GROUP',
    name: 'Approvers',
    seats: [{ who: { kind: 'LEAD' }, weight: 1 }],
    fallback: [],
    quorum: { kind: 'MINIMUM', people: 1 },
  };
  const stage = {
    id: 'one',
    name: 'One',
    after: [],
    when: null,
    requirement: group,
    veto: 'ENDS',
    keeps: [],
    escalations: [],
  };
  return { stages: [stage], separation: ['REQUESTER'], expiry: 'P30D', freshness: 'P7D', emergency: null };
}
