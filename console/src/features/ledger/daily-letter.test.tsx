import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal, stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const path = '/api/organizations/{organization}/ledger/checkpoint-letters';
const name = /each day/i;

describe('the checkpoint by mail', () => {
  it('is wanted and no longer wanted by one switch', async () => {
    let wanted = false;
    stubApi(
      ['GET', path, () => ({ offered: true, wanted })],
      ['PUT', path, () => void (wanted = true)],
      ['DELETE', path, () => void (wanted = false)],
    );
    renderConsole('/o/northwind/ledger/verify');
    const choice = await screen.findByRole('switch', { name });
    expect(choice).not.toBeChecked();
    await userEvent.click(choice);
    await waitFor(() => expect(choice).toBeChecked());
    await userEvent.click(choice);
    await waitFor(() => expect(choice).not.toBeChecked());
  });

  it('is not offered without mail, but can be ended', async () => {
    let wanted = true;
    stubApi(['GET', path, () => ({ offered: false, wanted })], ['DELETE', path, () => void (wanted = false)]);
    renderConsole('/o/northwind/ledger/verify');
    const choice = await screen.findByRole('switch', { name: 'This installation sends no mail.' });
    expect(choice).toBeChecked();
    await userEvent.click(choice);
    await waitFor(() => expect(choice).not.toBeChecked());
    expect(choice).toBeDisabled();
  });

  it('says why a choice was not taken, and stays as it was', async () => {
    stubApi(
      ['GET', path, () => ({ offered: true, wanted: false })],
      ['PUT', path, () => refusal(409, 'The ledger is locked')],
    );
    renderConsole('/o/northwind/ledger/verify');
    const choice = await screen.findByRole('switch', { name });
    await userEvent.click(choice);
    expect(await screen.findByText('The ledger is locked')).toBeVisible();
    expect(choice).not.toBeChecked();
    expect(choice).toBeEnabled();
  });
});
