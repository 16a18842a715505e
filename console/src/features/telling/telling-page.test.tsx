import { screen } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

describe('how I am told', () => {
  it('keeps which kinds come by which way, how often, and when not', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/notifications');
    await user.click(await screen.findByRole('checkbox', { name: 'My request was approved: by mail' }));
    await user.click(screen.getByRole('checkbox', { name: 'My question was answered: count on the bell' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('You are told so from now on.')).toBeVisible();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({
      muted: ['REQUEST_ANSWERED'],
      mailed: ['REQUEST_TO_DECIDE', 'REQUEST_APPROVED'],
      pace: 'HOURLY',
      quietFrom: '22:00',
      quietUntil: '07:00',
      timeZone: 'Europe/Berlin',
    });
  });
});
