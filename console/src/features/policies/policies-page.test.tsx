import { screen } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const base = '/api/organizations/{organization}/approval-policies/{kind}';

describe('approval policies', () => {
  it('tells in plain words who decides', async () => {
    stubApi();
    renderConsole('/o/northwind/requests/policies');
    expect(
      await screen.findByText(
        /2 people of: whoever holds request.decide and 1 person of: contacts of the customer or holders of the role Customer admin/,
      ),
    ).toBeVisible();
    expect(screen.getByText('All other requests')).toBeVisible();
    expect(screen.getByText(/Version 0: Default/)).toHaveTextContent('built in');
  });

  it('shows what is wrong with its place, and publishes only what was kept', async () => {
    const calls = stubApi(
      ['GET', `${base}/draft`, () => undefined],
      ['POST', `${base}/publish`, () => undefined],
    );
    const { user } = renderConsole('/o/northwind/requests/policies');
    await user.click(await screen.findByRole('button', { name: 'Check' }));
    expect(await screen.findByText(/undeclared reference to 'rusk' \(line 1, column 1\)/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Keep draft' }));
    expect(await screen.findByText('The draft is kept.')).toBeVisible();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({ version: 0 });
    await user.type(screen.getByRole('textbox', { name: 'Policy as JSON' }), 'x');
    expect(screen.getByText('This is not JSON.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Check' })).toBeDisabled();
  });
});
