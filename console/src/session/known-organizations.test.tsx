import { screen, waitFor } from '@testing-library/react';
import { session } from '../../mock/data.mjs';
import { refusal, stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';
import { knownOrganization } from './known-organizations';

const storageKey = 'gatehouse-organizations';
const acme = { slug: 'northwind', name: 'Northwind', accentColor: '#0b6e4f' };
const signedOut = () =>
  ['GET', '/api/session', () => refusal(401, 'Sign in first.')] as [string, string, () => unknown];

describe('organizations that the browser remembers', () => {
  it('are those visited, until somebody signs out', async () => {
    stubApi();
    const { user } = renderConsole('/o/northwind/people');
    await screen.findByRole('heading', { name: 'People', level: 1 });
    await waitFor(() => expect(knownOrganization('northwind')?.name).toBe('Northwind Studios'));
    expect(knownOrganization('/console/o/northwind/people?state=ACTIVE')?.slug).toBe('northwind');
    await user.click(screen.getByRole('button', { name: 'My account' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    await waitFor(() => expect(localStorage.getItem(storageKey)).toBeNull());
  });

  it('are none where somebody enters as a technician', async () => {
    const [first] = session.memberships;
    const engagement = { level: 'FULL', until: null, providerName: 'Contoso', mayRaise: false };
    stubApi(['GET', '/api/session', () => ({ ...session, memberships: [{ ...first!, engagement }] })]);
    renderConsole('/o/northwind/people');
    await screen.findByRole('heading', { name: 'People', level: 1 });
    expect(localStorage.getItem(storageKey)).toBeNull();
  });

  it('give their sign-in page its name and logo', async () => {
    const image = 'data:image/png;base64,iVBORw0KGgo=';
    localStorage.setItem(storageKey, JSON.stringify([{ ...acme, image }]));
    stubApi(signedOut());
    renderConsole('/o/northwind/people');
    expect(await screen.findByText('Northwind')).toBeVisible();
    expect(document.querySelector('main img')).toHaveAttribute('src', image);
  });

  it('say nothing on the sign-in page of another one', async () => {
    localStorage.setItem(storageKey, JSON.stringify([acme]));
    stubApi(signedOut());
    renderConsole('/o/contoso/people');
    await screen.findByLabelText(/E-mail/);
    expect(screen.queryByText('Northwind')).toBeNull();
  });

  it.each([
    'no JSON',
    '{}',
    '[null, 1, "x"]',
    JSON.stringify([{ ...acme, accentColor: 'url(//evil.example)' }]),
    JSON.stringify([{ ...acme, image: 'https://evil.example/logo.png' }]),
    JSON.stringify([{ ...acme, image: 'data:image/svg+xml;base64,AAAA' }]),
    JSON.stringify([{ ...acme, name: 'x'.repeat(5000) }]),
  ])('are not believed when the browser holds %s', (kept) => {
    localStorage.setItem(storageKey, kept);
    expect(knownOrganization('northwind')).toBeUndefined();
  });
});
