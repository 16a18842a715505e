import { screen } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const newest = { size: 4812, authority: 'CN=Example Time Stamps', at: '2026-11-25T02:00:00Z' };
const failure = {
  failures: 3,
  detail: 'The authority answers with status 500',
  failedAt: '2026-11-25T03:00:00Z',
  nextAt: '2026-11-25T03:04:00Z',
};

describe('the newest time stamp of the ledger', () => {
  it.each([
    [{ offered: false, newest: null, failure: null }, /names one with gatehouse.ledger.timestamps/],
    [{ offered: true, newest: null, failure: null }, /comes within minutes/],
    [{ offered: true, newest, failure: null }, 'CN=Example Time Stamps'],
    [{ offered: true, newest, failure }, /last 3 tries failed. The authority answers with status 500/],
  ])('is told, or why there is none', async (view, text) => {
    stubApi(['GET', '/api/organizations/{organization}/ledger/timestamp', () => view]);
    renderConsole('/o/northwind/ledger/verify');
    expect(await screen.findByText(text)).toBeVisible();
  });
});
