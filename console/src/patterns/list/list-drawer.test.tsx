import { act, screen, waitFor, within } from '@testing-library/react';
import { devices } from '../../../mock/fleet.mjs';
import { stubApi, type MockedRoute } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';
import { stubScreen } from '@/test/screen';

const [first, second] = [devices[0]!, devices[1]!];

const few: MockedRoute = [
  'GET',
  '/api/organizations/{organization}/devices',
  () => ({ items: devices.slice(0, 3), next: null }),
];

const drawer = () => screen.findByRole('complementary', { name: 'Details of the row' });
const link = (name: string) => within(screen.getByRole('table')).getByRole('link', { name });

describe('a detail beside its list', () => {
  it('opens on a wide screen, with the list in view and the row in the address', async () => {
    stubApi(few);
    stubScreen(1280);
    const { user, router } = renderConsole('/o/northwind/devices');
    await screen.findByRole('link', { name: first.hostname });
    await user.click(link(first.hostname));
    const panel = within(await drawer());
    expect(await panel.findByRole('heading', { name: first.hostname })).toBeVisible();
    expect(link(second.hostname)).toBeVisible();
    expect(router.state.location.search).toEqual({ open: first.id });
    expect(panel.getByRole('link', { name: 'Open as page' })).toHaveAttribute(
      'href',
      `/console/o/northwind/devices/${first.id}`,
    );
    act(() => router.history.back());
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  });

  it('survives a reload, moves with the arrows, and gives the focus back on Escape', async () => {
    stubApi(few);
    stubScreen(1280);
    const { user, router } = renderConsole(`/o/northwind/devices?open=${first.id}`);
    expect(await within(await drawer()).findByRole('heading', { name: first.hostname })).toBeVisible();
    await screen.findByRole('link', { name: second.hostname });
    await user.keyboard('{ArrowDown}');
    expect(await within(await drawer()).findByRole('heading', { name: second.hostname })).toBeVisible();
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(await within(await drawer()).findByRole('heading', { name: first.hostname })).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
    expect(link(first.hostname)).toHaveFocus();
    expect(router.state.location.search).toEqual({});
  });

  it('keeps the filters of a list inside apart from those of the list around it', async () => {
    const calls = stubApi(few);
    stubScreen(1280);
    renderConsole(`/o/northwind/devices?text=${first.hostname}&open=${first.id}&tab=policy`);
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/policy'))).toBe(true));
    expect(calls.filter(({ path }) => path.endsWith('/policy')).map(({ query }) => query.text)).toEqual([
      undefined,
    ]);
  });

  it('is the page of its own on a narrow screen, also for an address from a wide one', async () => {
    stubApi(few);
    stubScreen(900);
    const { router } = renderConsole(`/o/northwind/devices?open=${first.id}`);
    await waitFor(() => expect(router.state.location.pathname).toBe(`/o/northwind/devices/${first.id}`));
    expect(await screen.findByRole('heading', { level: 1, name: first.hostname })).toBeVisible();
  });
});
