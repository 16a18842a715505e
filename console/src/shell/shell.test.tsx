import { screen, waitFor, within } from '@testing-library/react';
import { employeeSession } from '../../mock/data.mjs';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

describe('the shell', () => {
  it('shows in the rail only what the person may see, and says who could grant the rest', async () => {
    stubApi(['GET', '/api/session', () => employeeSession]);
    renderConsole('/o/northwind/people');
    expect(await screen.findByRole('heading', { name: 'Not with your roles' })).toBeVisible();
    const rail = within(screen.getByRole('navigation', { name: 'Main' }));
    for (const page of ['People', 'Ledger', 'Enrolments', 'Organization']) {
      expect(rail.queryByRole('link', { name: page })).toBeNull();
    }
  });

  it('opens for a lead what teams are enough for', async () => {
    const membership = { ...employeeSession.memberships[0], teamPermissions: ['request.read'] };
    stubApi(['GET', '/api/session', () => ({ ...employeeSession, memberships: [membership] })]);
    renderConsole('/o/northwind/requests');
    expect(await screen.findByRole('heading', { name: 'All requests' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'All requests' })).toBeVisible();
  });

  it('leads a person with one organization straight into it, others to the choice', async () => {
    stubApi(['GET', '/api/session', () => employeeSession]);
    const { router } = renderConsole('/');
    await waitFor(() => expect(router.state.location.pathname).toBe('/o/northwind'));
  });

  it('names the page and the organization in the title', async () => {
    stubApi();
    renderConsole('/o/northwind/tags');
    await waitFor(() => expect(document.title).toBe('Tags · Northwind Studios · Gatehouse'));
  });

  it('finds pages and people from the keyboard', async () => {
    stubApi();
    const { user, router } = renderConsole('/o/northwind/tags');
    await screen.findByRole('heading', { name: 'Tags' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'varga');
    await screen.findByRole('option', { name: /Ines Varga/ });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/o\/northwind\/people\/.+/));
  });

  it('lists the keys of the page, and switches single keys off', async () => {
    stubApi();
    const { user } = renderConsole('/o/northwind/people');
    await screen.findByText('Ines Varga');
    await user.keyboard('?');
    const help = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }));
    expect(help.getByText('Search in the list')).toBeVisible();
    await user.click(help.getByRole('switch', { name: 'Single-key shortcuts' }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('?');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('focuses the search of a list with /', async () => {
    stubApi();
    const { user } = renderConsole('/o/northwind/people');
    await screen.findByText('Ines Varga');
    await user.keyboard('/');
    expect(screen.getByRole('textbox', { name: 'Name or e-mail' })).toHaveFocus();
  });
});
