import { screen, waitFor, within } from '@testing-library/react';
import { technicianSession } from '@/test/sessions';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const technician = ['organization.read', 'portfolio.read', 'device.read', 'event.read', 'request.read'];
const accountManager = ['organization.read', 'customer.read', 'portfolio.read', 'people.read'];

const sessionWith = (permissions: string[]) => ({
  ...technicianSession,
  memberships: technicianSession.memberships.map((membership, number) =>
    number === 0 ? { ...membership, permissions } : membership,
  ),
});

const row = (number: number) => ({
  id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  slug: `customer-${number}`,
  name: `Customer ${number}`,
  accentColor: '#3457d5',
  level: 'FULL',
  until: null,
  lastVisit: null,
  mayEnter: true,
  secondFactorMissing: false,
  devices: 4,
  unhealthyDevices: 2,
  openRequests: 3,
  blocksOfLastDay: 9,
});

describe('the home of a technician', () => {
  const home = '/o/fjord';

  it('is their customers, and the rail offers them no second time', async () => {
    stubApi(['GET', '/api/session', () => sessionWith(technician)]);
    renderConsole(home);
    expect(await screen.findByRole('heading', { level: 1, name: 'My customers' })).toBeVisible();
    expect(await screen.findByRole('link', { name: 'Alder Bank' })).toBeVisible();
    const rail = within(screen.getByRole('navigation', { name: 'Main' }));
    expect(rail.getByRole('link', { name: 'Home' })).toBeVisible();
    expect(rail.queryByRole('link', { name: 'My customers' })).toBeNull();
  });

  it('leads into a customer, and to what waits there', async () => {
    stubApi(
      ['GET', '/api/session', () => sessionWith([...technician, 'request.decide'])],
      ['GET', '/api/organizations/{organization}/portfolio', () => ({ items: [row(1)], next: null })],
    );
    renderConsole(home);
    expect((await screen.findByRole('link', { name: 'Customer 1' })).getAttribute('href')).toMatch(
      /\/o\/customer-1$/,
    );
    expect(screen.getByRole('link', { name: '3 open requests' }).getAttribute('href')).toMatch(
      /\/o\/customer-1\/requests\/to-decide$/,
    );
  });

  it('asks the server for the order, and for the next page of many', async () => {
    const calls = stubApi(
      ['GET', '/api/session', () => sessionWith(technician)],
      [
        'GET',
        '/api/organizations/{organization}/portfolio',
        ({ query }) =>
          query.cursor
            ? { items: [row(51)], next: null }
            : { items: Array.from({ length: 50 }, (_, number) => row(number + 1)), next: 'more' },
      ],
    );
    const { user } = renderConsole(home);
    await user.click(await screen.findByRole('button', { name: 'Last visit' }));
    const asked = () => calls.filter(({ path }) => path.endsWith('/portfolio')).at(-1)?.query;
    await waitFor(() => expect(asked()).toEqual({ sort: 'lastVisit' }));
    await user.click(await screen.findByRole('button', { name: 'Load more' }));
    expect(await screen.findByRole('link', { name: 'Customer 51' })).toBeVisible();
    expect(asked()).toEqual({ sort: 'lastVisit', cursor: 'more' });
  });

  it('says what to expect where nobody engaged them yet', async () => {
    stubApi(
      ['GET', '/api/session', () => sessionWith(technician)],
      ['GET', '/api/organizations/{organization}/portfolio', () => ({ items: [], next: null })],
    );
    renderConsole(home);
    expect(await screen.findByText('No customers yet')).toBeVisible();
  });
});

describe('the home of an account manager', () => {
  it('shows figures of the service, nothing technical, and leads nowhere', async () => {
    const told = { ...row(1), mayEnter: false, unhealthyDevices: null, blocksOfLastDay: null };
    stubApi(
      ['GET', '/api/session', () => sessionWith(accountManager)],
      ['GET', '/api/organizations/{organization}/portfolio', () => ({ items: [told], next: null })],
    );
    renderConsole('/o/fjord');
    expect(await screen.findByText('Customer 1')).toBeVisible();
    expect(screen.queryByRole('link', { name: /Customer 1|open requests/ })).toBeNull();
    const columns = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(columns).toEqual(['Customer', 'Level', 'Engaged until', 'Open requests', 'Macs', 'Last visit']);
  });
});
