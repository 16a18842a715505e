import { screen } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const sync = {
  id: '5c000000-0000-4000-8000-000000000001',
  startedAt: '2026-06-01T12:00:00Z',
  finishedAt: null,
  syncType: 'NORMAL',
  outcome: 'RUNNING',
  requestedClean: false,
  rulesSent: 5,
  rulesReceived: null,
  rulesProcessed: null,
  eventsUploaded: 0,
  bytesIn: 0,
  bytesOut: 0,
  encoding: 'json',
  rulesHashBefore: '',
  rulesHashAfter: '',
  explanation: 'Sends what is new.',
};

const device = '/o/northwind/devices/de600000-0000-4000-8000-000000000001?tab=syncs';

function stubSync(more: object) {
  stubApi([
    'GET',
    '/api/organizations/{organization}/devices/{id}/syncs',
    () => ({ items: [{ ...sync, ...more }], next: null }),
  ]);
}

describe('the syncs of a Mac', () => {
  it('do not take for zero what the Mac never said', async () => {
    stubSync({});
    renderConsole(device);
    expect(await screen.findByText('5 / —')).toBeVisible();
  });

  it('mark rules that the client passed over', async () => {
    stubSync({ outcome: 'COMPLETED', rulesReceived: 5, rulesProcessed: 3 });
    renderConsole(device);
    expect(await screen.findByText('the client skipped 2 rules')).toBeVisible();
  });
});
