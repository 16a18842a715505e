import { screen } from '@testing-library/react';
import { knownRefusal, refusal, stubApi, type MockedRoute } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const signedOut: MockedRoute = ['GET', '/api/session', () => refusal(401, 'Sign in first.')];
const awaited: MockedRoute = ['POST', '/api/session', () => knownRefusal(401, 'second-factor-awaited')];

async function passwordStep(...routes: MockedRoute[]) {
  const calls = stubApi(signedOut, awaited, ...routes);
  const { user, router } = renderConsole('/o/northwind/people');
  await user.type(await screen.findByLabelText(/E-mail/), 'ines.varga@northwind.example');
  await user.type(screen.getByLabelText(/Password/), 'a long enough sentence');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByRole('heading', { name: 'Second factor' });
  return { user, router, calls };
}

describe('the second step of signing in', () => {
  it('asks for a code and goes on to the page that was wanted', async () => {
    const { user, calls } = await passwordStep();
    await user.type(await screen.findByLabelText(/Authenticator code/), '123456');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('heading', { name: 'People', level: 1 })).toBeVisible();
    expect(
      calls.find(({ method, path }) => method === 'POST' && path.endsWith('second-factor'))?.body,
    ).toEqual({
      factor: 'AUTHENTICATOR_APP',
      secret: '123456',
    });
  });

  it('says when the code was wrong or used before', async () => {
    const { user } = await passwordStep([
      'POST',
      '/api/session/second-factor',
      () => refusal(422, 'No', [{ field: 'secret', message: 'is not right, or was used before' }]),
    ]);
    await user.type(await screen.findByLabelText(/Authenticator code/), '123456');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('is not right, or was used before')).toBeVisible();
  });

  it('begins with the password when that was too long ago', async () => {
    stubApi(signedOut, ['GET', '/api/session/second-factor', () => refusal(401, 'Begin with the password')]);
    renderConsole('/sign-in/second-factor');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
  });
});
