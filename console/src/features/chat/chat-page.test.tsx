import { screen, within } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const path = '/api/organizations/{organization}/slack';

describe('chat', () => {
  it('shows what is decided in Slack, tests it, and changes it without entering the secrets again', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/chat');
    expect(await screen.findByText(/Requests of risk 30 or less/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Send a test' }));
    expect(await screen.findByText('The message is in the channel.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Change' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.clear(dialog.getByRole('spinbutton', { name: /up to risk/ }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The connection is changed.')).toBeVisible();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({
      channel: 'C0123456789',
      clientId: '1234.5678',
      botToken: '',
      signingSecret: '',
      clientSecret: '',
      highestRisk: null,
    });
  });

  it('says what Slack refuses at its field', async () => {
    stubApi(
      [
        'GET',
        path,
        () => ({ interactions: 'https://a.example/i', redirect: 'https://a.example/r', workspace: null }),
      ],
      [
        'PUT',
        path,
        () => ({
          answered: true,
          status: 422,
          type: 'application/problem+json',
          body: {
            title: 'The input is not valid',
            status: 422,
            errors: [{ field: 'botToken', message: 'Slack refuses: invalid_auth' }],
          },
        }),
      ],
    );
    const { user } = renderConsole('/o/northwind/chat');
    await user.click(await screen.findByRole('button', { name: 'Connect Slack' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /Channel/ }), 'C0123456789');
    await user.type(dialog.getByRole('textbox', { name: /Client ID/ }), '1.2');
    for (const label of [/Bot token/, /Signing secret/, /Client secret/]) {
      await user.type(dialog.getByLabelText(label), 'x');
    }
    await user.click(dialog.getByRole('button', { name: 'Connect Slack' }));
    expect(await dialog.findByText('Slack refuses: invalid_auth')).toBeVisible();
  });
});
