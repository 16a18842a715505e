import { screen, within } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

describe('connecting a program', () => {
  it('warns, shows who asks from where, and sends what I chose', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/connect');
    await user.type(await screen.findByRole('textbox'), 'bcdf-ghjk');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText(/only if you started this program yourself/)).toBeVisible();
    expect(screen.getByText('198.51.100.9, which is not where you are: 203.0.113.17')).toBeVisible();
    const boxes = screen.getByRole('group', { name: 'What it may do as you' });
    await user.click(within(boxes).getByRole('checkbox', { name: /what ran/ }));
    await user.click(screen.getByRole('button', { name: 'Allow' }));
    expect(await screen.findByText(/“deploy-helper” acts for you now/)).toBeVisible();
    const consent = calls.find(
      ({ method, path }) => method === 'POST' && path === '/api/account/connections',
    );
    expect(consent?.body).toMatchObject({ userCode: 'bcdf-ghjk' });
    expect((consent?.body as { permissions: string[] }).permissions).toHaveLength(1);
  });

  it('says that a code is wrong, and refuses a program', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/connect?user_code=XXXX-XXXX');
    await user.click(await screen.findByRole('button', { name: 'Continue' }));
    expect(await screen.findByText(/No program waits under this code/)).toBeVisible();
    await user.clear(screen.getByRole('textbox'));
    await user.type(screen.getByRole('textbox'), 'bcdf-ghjk');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(await screen.findByRole('button', { name: 'Deny' }));
    expect(await screen.findByText('The program was refused. It got nothing.')).toBeVisible();
    expect(calls.some(({ path }) => path === '/api/account/connections/deny')).toBe(true);
  });

  it('lists what acts for me and disconnects it', async () => {
    stubApi();
    const { user } = renderConsole('/account');
    await user.click(await screen.findByRole('button', { name: 'Disconnect deploy-helper' }));
    expect(await screen.findByText('“deploy-helper” is disconnected.')).toBeVisible();
  });
});
