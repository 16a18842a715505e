import { act, screen, waitFor, within } from '@testing-library/react';
import type { RequestRow } from '@/api/types';
import { employeeSession } from '../../mock/data.mjs';
import { stubApi, type MockedRoute } from '@/test/api-stub';
import { FakeEventSource } from '@/test/fake-event-source';
import { renderConsole } from '@/test/render-console';

const requestsPath = '/api/organizations/{organization}/requests';

function request(change: Partial<RequestRow>): Partial<RequestRow> {
  return {
    id: crypto.randomUUID(),
    number: 7,
    title: 'Blender',
    state: 'IN_REVIEW',
    requester: employeeSession.person,
    decidedAt: null,
    ...change,
  };
}

function answering(rows: () => Partial<RequestRow>[]): MockedRoute {
  return [
    'GET',
    requestsPath,
    ({ query }) => ({
      items: rows().filter(
        ({ state, requester }) =>
          (!query.state || state === query.state) &&
          (!query.mine || requester?.id === employeeSession.person.id),
      ),
      next: null,
    }),
  ];
}

function awaiting(rows: () => Partial<RequestRow>[]): MockedRoute {
  return [
    'GET',
    `${requestsPath}/inbox`,
    () => ({ items: rows().slice(0, 1), next: null, waiting: rows().length }),
  ];
}

const none: MockedRoute[] = [
  ['GET', '/api/organizations/{organization}/ownership-claims', () => []],
  ['GET', '/api/organizations/{organization}/devices', () => ({ items: [], next: null })],
  ['GET', '/api/organizations/{organization}/rules', () => ({ items: [], next: null })],
];

describe('the bell', () => {
  it('counts what waits for the person and leads there', async () => {
    const rows = [request({}), request({})];
    stubApi(
      answering(() => []),
      awaiting(() => rows),
      ...none,
    );
    const { user, router } = renderConsole('/o/northwind/tags');
    await user.click(await screen.findByRole('button', { name: '2 things want you' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'What wants you' }));
    await user.click(await dialog.findByRole('link', { name: '2 requests to decide' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/o/northwind/requests/to-decide'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('tells claims, Macs that are silent, and rules that end', async () => {
    stubApi(
      answering(() => []),
      awaiting(() => []),
    );
    const { user } = renderConsole('/o/northwind/tags');
    await user.click(await screen.findByRole('button', { name: '1 thing wants you' }));
    expect(await screen.findByRole('link', { name: '1 person says that a Mac is theirs' })).toBeVisible();
    expect(screen.getByRole('link', { name: /not synced for long/ })).toBeVisible();
  });

  it('asks nothing on behalf of a person who may not see it, and reads out their answers once', async () => {
    const approved = request({ state: 'APPROVED', decidedAt: new Date().toISOString() });
    const calls = stubApi(
      ['GET', '/api/session', () => employeeSession],
      answering(() => [approved]),
      awaiting(() => []),
      ...none,
    );
    const { user } = renderConsole('/o/northwind');
    await user.click(await screen.findByRole('button', { name: '1 thing wants you' }));
    expect(await screen.findByRole('link', { name: 'Your request for Blender was approved' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('button', { name: 'Nothing wants you now' })).toHaveFocus();
    const paths = calls.map(({ path }) => path.split('/').slice(4).join('/'));
    expect(paths).not.toContain('ownership-claims');
    expect(paths).not.toContain('devices');
    expect(paths).not.toContain('rules');
  });

  it('hears of a new request over the live stream', async () => {
    vi.stubGlobal('EventSource', FakeEventSource);
    let rows: Partial<RequestRow>[] = [];
    stubApi(
      answering(() => []),
      awaiting(() => rows),
      ...none,
    );
    renderConsole('/o/northwind/tags');
    await screen.findByRole('button', { name: 'Nothing wants you now' });
    rows = [request({})];
    act(() => FakeEventSource.opened.at(-1)?.tell('request', { count: 1 }));
    expect(await screen.findByRole('button', { name: '1 thing wants you' })).toBeVisible();
  });

  it('says so when there is nothing', async () => {
    stubApi(
      answering(() => []),
      awaiting(() => []),
      ...none,
    );
    const { user } = renderConsole('/o/northwind/tags');
    await screen.findByRole('button', { name: 'Nothing wants you now' });
    await user.keyboard('b');
    expect(await within(await screen.findByRole('dialog')).findByText('Nothing wants you now')).toBeVisible();
  });
});
