import { screen } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const alarm = {
  id: '0199f3c8-5a1c-7d1e-9c1e-2f6a0b7d9e11',
  finding: 'LEAF_CHANGED',
  index: 10,
  detail: 'The tree has another hash at 10 than the entry there',
  foundAt: '2026-11-25T02:00:00Z',
  acknowledgedAt: null,
  reason: null,
};

describe('the watch over the ledger', () => {
  it('says that all is well, and offers the export', async () => {
    stubApi();
    renderConsole('/o/northwind/ledger');
    expect(await screen.findByText('Matches its tree')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Export' })).toBeVisible();
    expect(screen.queryByText(/does not match its tree/)).toBeNull();
  });

  it('says what was found, takes the export away and lets an administrator answer for it', async () => {
    const calls = stubApi([
      'GET',
      '/api/organizations/{organization}/ledger/watch',
      () => ({ checkedAt: null, wholeCheckedAt: null, alarms: [alarm] }),
    ]);
    const { user } = renderConsole('/o/northwind/ledger');
    expect(await screen.findByText('The ledger does not match its tree at one place')).toBeVisible();
    expect(screen.getByText(/The tree has another hash at 10/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Acknowledge' }));
    await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'A wrong backup, undone');
    const buttons = screen.getAllByRole('button', { name: 'Acknowledge' });
    await user.click(buttons[buttons.length - 1] as HTMLElement);
    expect(await screen.findByText('Acknowledged. Exports go on.')).toBeVisible();
    expect(calls.find(({ path }) => path.endsWith('/alarms/acknowledge'))?.body).toEqual({
      alarms: [alarm.id],
      reason: 'A wrong backup, undone',
    });
  });

  it('lets nothing be taken out on the exports page either while something is in doubt', async () => {
    stubApi([
      'GET',
      '/api/organizations/{organization}/ledger/watch',
      () => ({ checkedAt: null, wholeCheckedAt: null, alarms: [alarm] }),
    ]);
    renderConsole('/o/northwind/ledger/exports');
    expect(await screen.findByText('The ledger does not match its tree at one place')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Download' })).toBeNull();
  });

  it('offers the download on the exports page when all is well', async () => {
    stubApi();
    renderConsole('/o/northwind/ledger/exports');
    expect(await screen.findByRole('button', { name: 'Download' })).toBeVisible();
  });
});
