import { screen, waitFor } from '@testing-library/react';
import { id } from '../../mock/data.mjs';
import { knownRefusal, refusal, stubApi, type MockedRoute } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const roles = '/api/organizations/{organization}/people/{id}/roles';
const confirm = '/api/account/waiting-actions/{id}/confirm';

/** Refuses until the header names the action that waits. */
const guarded: MockedRoute = [
  'PUT',
  roles,
  ({ headers, body }) =>
    headers.get('X-Fresh-Factor') === 'waiting-1'
      ? body
      : knownRefusal(403, 'fresh-factor-needed', { 'X-Fresh-Factor': 'waiting-1' }),
];
const factors = (...names: string[]): MockedRoute => [
  'GET',
  '/api/session/second-factor',
  () => ({ factors: names }),
];

async function changeRoles(...routes: MockedRoute[]) {
  const calls = stubApi(guarded, ...routes);
  const { user } = renderConsole(`/o/northwind/people/${id('per', 3)}`);
  await user.click(await screen.findByRole('checkbox', { name: /Team lead/ }));
  await user.click(screen.getByRole('button', { name: 'Save changes' }));
  await screen.findByRole('dialog', { name: 'Confirm that it is you' });
  const puts = () => calls.filter(({ method }) => method === 'PUT');
  return { user, calls, puts };
}

describe('a fresh factor', () => {
  it('is asked for in a dialog, and the same call goes through with it', async () => {
    const { user, calls, puts } = await changeRoles(factors('AUTHENTICATOR_APP', 'BACKUP_CODE'));
    await user.type(await screen.findByLabelText(/Authenticator code/), '123456');
    await user.click(screen.getByRole('button', { name: 'Confirm' }));
    expect(await screen.findByText(/^Roles of .* saved\.$/)).toBeVisible();
    expect(calls.find(({ path }) => path.endsWith('/confirm'))?.body).toEqual({
      factor: 'AUTHENTICATOR_APP',
      secret: '123456',
    });
    expect(puts().map(({ body }) => body)[1]).toEqual(puts()[0]?.body);
    expect(puts()[1]?.headers.get('X-Fresh-Factor')).toBe('waiting-1');
  });

  it('is the password for those who have no second one', async () => {
    const { user, calls } = await changeRoles(factors());
    await user.type(await screen.findByLabelText(/Password/), 'a long enough sentence');
    await user.click(screen.getByRole('button', { name: 'Confirm' }));
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/confirm'))).toBe(true));
  });

  it('can be a backup code, and says when it is wrong', async () => {
    const { user } = await changeRoles(factors('AUTHENTICATOR_APP', 'BACKUP_CODE'), [
      'POST',
      confirm,
      () => refusal(422, 'Not right', [{ field: 'secret', message: 'is not right, or was used before' }]),
    ]);
    await user.click(await screen.findByRole('button', { name: 'Use a backup code instead' }));
    await user.type(screen.getByLabelText(/Backup code/), 'aaaa-bbbb');
    await user.click(screen.getByRole('button', { name: 'Confirm' }));
    expect(await screen.findByText('is not right, or was used before')).toBeVisible();
  });

  it('that is not given leaves everything as it was', async () => {
    const { user, puts } = await changeRoles(factors('AUTHENTICATOR_APP'));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('Refused')).toBeVisible();
    expect(puts()).toHaveLength(1);
  });
});
