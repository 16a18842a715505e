import { screen } from '@testing-library/react';
import { employeeSession } from '@/test/sessions';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

describe('activity', () => {
  it('tells changes in words and leads to their entries in the ledger', async () => {
    stubApi();
    renderConsole('/o/northwind/activity');
    const change = await screen.findByRole('link', { name: 'Rule changed' });
    expect(change.getAttribute('href')).toMatch(/\/o\/northwind\/ledger\/ee4/);
    expect(screen.getByText(/: Firefox/)).toBeVisible();
  });

  it('tells whoever may read no ledger why their own changes are missing', async () => {
    stubApi(
      ['GET', '/api/session', () => employeeSession],
      ['GET', '/api/account/activity', () => ({ items: [], next: null })],
    );
    renderConsole('/account/activity');
    expect(await screen.findByText(/your roles do not let you read/)).toBeVisible();
  });

  it('says nothing of it to whoever may read all of them', async () => {
    stubApi();
    renderConsole('/account/activity');
    expect(await screen.findByRole('link', { name: 'Rule changed' })).toBeVisible();
    expect(screen.queryByText(/do not let you read/)).toBeNull();
  });
});
