import { screen, waitFor } from '@testing-library/react';
import { refusal, stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';
import { ownAddress } from './own-address';

const signedOut = () =>
  ['GET', '/api/session', () => refusal(401, 'Sign in first.')] as [string, string, () => unknown];

describe('signing in', () => {
  it('asks for it before any page and comes back to that page', async () => {
    stubApi(signedOut());
    const { user, router } = renderConsole('/o/northwind/people?state=ACTIVE');
    await user.type(await screen.findByLabelText(/E-mail/), 'ines.varga@northwind.example');
    expect(screen.getByText('Sign in to go on where you were.')).toBeVisible();
    await user.type(screen.getByLabelText(/Password/), 'a long enough sentence');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('heading', { name: 'People', level: 1 })).toBeVisible();
    expect(router.state.location.search).toEqual({ state: 'ACTIVE' });
  });

  it('says what the server says and keeps what was typed', async () => {
    stubApi(signedOut());
    const { user } = renderConsole('/sign-in');
    await user.type(await screen.findByLabelText(/E-mail/), 'ines.varga@northwind.example');
    await user.type(screen.getByLabelText(/Password/), 'wrong');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('E-mail or password is wrong.')).toBeVisible();
    expect(screen.getByLabelText(/E-mail/)).toHaveValue('ines.varga@northwind.example');
  });

  it('sends the cross-site token with every change', async () => {
    stubApi(signedOut());
    const sent: string[] = [];
    const stubbed = globalThis.fetch;
    vi.stubGlobal('fetch', (request: Request) => {
      if (request.method !== 'GET') {
        sent.push(request.headers.get('X-XSRF-TOKEN') ?? 'none');
      }
      return stubbed(request);
    });
    document.cookie = 'XSRF-TOKEN=token%2B1';
    const { user } = renderConsole('/sign-in');
    await user.type(await screen.findByLabelText(/E-mail/), 'a@b.example');
    await user.type(screen.getByLabelText(/Password/), 'wrong');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(sent.length).toBeGreaterThan(0));
    expect(new Set(sent)).toEqual(new Set(['token+1']));
  });

  it.each([
    ['/console/o/northwind/people?text=a', '/console/o/northwind/people?text=a'],
    ['https://evil.example/console/', '/console/'],
    ['//evil.example', '/console/'],
    ['/console/..//evil.example', '/console/'],
    ['/console/\\evil.example', '/console/'],
    ['javascript:alert(1)', '/console/'],
    [undefined, '/console/'],
  ])('returns from %s to %s', (wanted, allowed) => {
    expect(ownAddress(wanted)).toBe(allowed);
  });

  it("offers an organization's own sign-in by the domain alone, and the password still", async () => {
    const calls = stubApi(signedOut());
    const { user } = renderConsole('/sign-in');
    await user.type(await screen.findByLabelText(/E-mail/), 'anybody@acme.example');
    await user.tab();
    expect(await screen.findByRole('button', { name: 'Continue with ACME' })).toBeVisible();
    expect(screen.queryByLabelText(/Password/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Use a password instead' }));
    expect(screen.getByLabelText(/Password/)).toBeVisible();
    expect(calls.filter(({ path }) => path === '/api/sign-in/ways')).toHaveLength(1);
  });

  it('shows the sign-in of the organization that a link names', async () => {
    stubApi(signedOut());
    renderConsole('/sign-in?organization=acme');
    expect(await screen.findByRole('button', { name: 'Continue with ACME' })).toBeVisible();
  });

  it('leads a new installation to its set-up', async () => {
    stubApi(signedOut(), ['GET', '/api/setup', () => ({ required: true })]);
    renderConsole('/sign-in');
    expect(await screen.findByLabelText(/First-run code/)).toBeVisible();
  });
});
