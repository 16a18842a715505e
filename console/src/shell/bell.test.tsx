import { act, screen, waitFor, within } from '@testing-library/react';
import type { BellLine } from '@/api/types';
import { employeeSession } from '../../mock/data.mjs';
import { stubApi, type MockedRoute } from '@/test/api-stub';
import { FakeEventSource } from '@/test/fake-event-source';
import { renderConsole } from '@/test/render-console';

const requestsPath = '/api/organizations/{organization}/requests';
const bellPath = '/api/organizations/{organization}/notifications';

function line(change: Partial<BellLine>): BellLine {
  const subject = crypto.randomUUID();
  return {
    id: crypto.randomUUID(),
    kind: 'REQUEST_TO_DECIDE',
    subject,
    path: `/requests/${subject}`,
    title: 'Blender',
    createdAt: new Date().toISOString(),
    read: false,
    ...change,
  };
}

function telling(lines: () => BellLine[]): MockedRoute {
  return [
    'GET',
    bellPath,
    () => ({ items: lines(), next: null, unread: lines().filter(({ read }) => !read).length }),
  ];
}

function awaiting(count: number): MockedRoute {
  return ['GET', `${requestsPath}/inbox`, () => ({ items: [], next: null, waiting: count })];
}

const none: MockedRoute[] = [
  ['GET', '/api/organizations/{organization}/ownership-claims', () => []],
  ['GET', '/api/organizations/{organization}/devices', () => ({ items: [], next: null })],
  ['GET', '/api/organizations/{organization}/rules', () => ({ items: [], next: null })],
];

describe('the bell', () => {
  it('counts what is not read, leads there, and has it read then', async () => {
    const asked = line({});
    const calls = stubApi(
      telling(() => [asked, line({ kind: 'REQUEST_APPROVED', title: 'Wireshark', read: true })]),
      awaiting(1),
      ...none,
    );
    const { user, router } = renderConsole('/o/northwind/tags');
    await user.click(await screen.findByRole('button', { name: '1 thing wants you' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'What wants you' }));
    expect(await dialog.findByRole('link', { name: '1 request to decide' })).toHaveFocus();
    expect(dialog.getByRole('link', { name: /^Your request for Wireshark was approved/ })).toBeVisible();
    await user.click(dialog.getByRole('link', { name: /Not read:.*Your word is awaited on Blender/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/o/northwind${asked.path}`));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(calls.some(({ method, path }) => method === 'PUT' && path.endsWith(`/${asked.id}/read`))).toBe(
      true,
    );
  });

  it('has all read that is in sight, and no more', async () => {
    let lines = [line({}), line({ kind: 'REQUEST_ASKED_BACK' })];
    const newest = lines[0]?.id;
    const calls = stubApi(
      telling(() => lines),
      [
        'PUT',
        `${bellPath}/read`,
        () => {
          lines = lines.map((each) => ({ ...each, read: true }));
        },
      ],
      awaiting(0),
      ...none,
    );
    const { user } = renderConsole('/o/northwind/tags');
    await user.click(await screen.findByRole('button', { name: '2 things want you' }));
    await user.click(await screen.findByRole('button', { name: 'Mark all read' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Mark all read' })).toBeNull());
    expect(calls.find(({ method, path }) => method === 'PUT' && path.endsWith('/read'))?.body).toEqual({
      last: newest,
    });
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('button', { name: 'Nothing wants you now' })).toHaveFocus();
  });

  it('tells claims, Macs that are silent, and rules that end', async () => {
    stubApi(
      telling(() => []),
      awaiting(0),
    );
    const { user } = renderConsole('/o/northwind/tags');
    await user.click(await screen.findByRole('button', { name: '1 thing wants you' }));
    expect(await screen.findByRole('link', { name: '1 person says that a Mac is theirs' })).toBeVisible();
    expect(screen.getByRole('link', { name: /not synced for long/ })).toBeVisible();
  });

  it('asks nothing on behalf of a person who may not see it', async () => {
    const calls = stubApi(
      ['GET', '/api/session', () => employeeSession],
      telling(() => [line({ kind: 'REQUEST_REJECTED' })]),
      awaiting(0),
      ...none,
    );
    const { user } = renderConsole('/o/northwind');
    await user.click(await screen.findByRole('button', { name: '1 thing wants you' }));
    expect(await screen.findByRole('link', { name: /Your request for Blender was denied/ })).toBeVisible();
    const paths = calls.map(({ path }) => path.split('/').slice(4).join('/'));
    expect(paths).not.toContain('ownership-claims');
    expect(paths).not.toContain('devices');
    expect(paths).not.toContain('rules');
  });

  it('hears of news over the live stream', async () => {
    vi.stubGlobal('EventSource', FakeEventSource);
    let lines: BellLine[] = [];
    stubApi(
      telling(() => lines),
      awaiting(0),
      ...none,
    );
    renderConsole('/o/northwind/tags');
    await screen.findByRole('button', { name: 'Nothing wants you now' });
    lines = [line({})];
    act(() => FakeEventSource.opened.at(-1)?.tell('request', { count: 1 }));
    expect(await screen.findByRole('button', { name: '1 thing wants you' })).toBeVisible();
  });

  it('says so when there is nothing', async () => {
    stubApi(
      telling(() => []),
      awaiting(0),
      ...none,
    );
    const { user } = renderConsole('/o/northwind/tags');
    await screen.findByRole('button', { name: 'Nothing wants you now' });
    await user.keyboard('b');
    expect(await within(await screen.findByRole('dialog')).findByText('Nothing wants you now')).toBeVisible();
  });
});
