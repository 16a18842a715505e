import { screen, within } from '@testing-library/react';
import { refusal, stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const base = '/api/organizations/{organization}/ledger';

describe('keeping and forgetting', () => {
  it('says for each class what is kept and changes only what may be changed', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/ledger/retention');
    const access = await screen.findByRole('region', { name: 'Access' });
    expect(within(access).getByText('24 months')).toBeVisible();
    const book = screen.getByRole('region', { name: 'The ledger' });
    expect(within(book).queryByRole('button')).toBeNull();
    await user.click(within(access).getByRole('button', { name: 'Change' }));
    const months = screen.getByLabelText('Months');
    await user.clear(months);
    await user.type(months, '12');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved.')).toBeVisible();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ months: 12 });
  });

  it('lets only somebody else confirm a hold', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/ledger/holds');
    const asked = await screen.findByRole('region', { name: /works council/ });
    await user.click(within(asked).getByRole('button', { name: 'Confirm' }));
    expect(calls.some(({ path }) => path.endsWith('/confirm'))).toBe(true);
    const own = screen.getByRole('region', { name: /year 2025/ });
    expect(within(own).queryByRole('button', { name: 'Confirm the release' })).toBeNull();
    expect(within(own).getByText('Somebody else has to confirm this.')).toBeVisible();
  });

  it('says why there are no holds', async () => {
    stubApi(['GET', `${base}/holds`, () => []]);
    renderConsole('/o/northwind/ledger/holds');
    expect(await screen.findByText('No holds')).toBeVisible();
  });

  it('says when holds cannot be loaded', async () => {
    stubApi(['GET', `${base}/holds`, () => refusal(500, 'The database is away')]);
    renderConsole('/o/northwind/ledger/holds');
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('shows before erasing what goes, what stays and which hold prevents it', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/people/0e200000-0000-4000-8000-000000000002');
    await user.click(await screen.findByRole('button', { name: 'Erase from the ledger' }));
    expect(await screen.findByText('31 values in 17 entries are erased.')).toBeVisible();
    expect(screen.getByText(/Kept under hold “Dispute/)).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: /hold/ }));
    await user.type(screen.getByLabelText(/Reason/), 'Asked for by letter of 3 May');
    await user.click(screen.getByRole('button', { name: 'Erase when the hold ends' }));
    expect(await screen.findByText(/waits until no hold/)).toBeVisible();
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({ afterHolds: true });
  });

  it('says by whose order a value is gone', async () => {
    stubApi();
    renderConsole('/o/northwind/ledger/ee400000-0000-4000-8000-000000004210');
    const gone = await screen.findByRole('region', { name: 'Erased values' });
    expect(within(gone).getByText(/Erased by order of Ines Varga/)).toBeVisible();
    expect(within(gone).getByRole('link', { name: 'The order' })).toHaveAttribute(
      'href',
      '/console/o/northwind/ledger/ee400000-0000-4000-8000-000000004212',
    );
  });
});
