import { screen } from '@testing-library/react';
import { refusal, stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const path = '/api/organizations/{organization}/logo';
const file = () => new File([new Uint8Array([137, 80, 78, 71])], 'logo.png', { type: 'image/png' });
const upload = () => screen.findByLabelText('Upload a PNG…');

describe('the logo of an organization', () => {
  it('is sent as it is and tells that it was saved', async () => {
    const calls = stubApi(['PUT', path, () => ({})]);
    const { user } = renderConsole('/o/northwind/settings');
    await user.upload(await upload(), file());
    expect(await screen.findByText('Logo saved.')).toBeVisible();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ png: 'iVBORw==' });
  });

  it('says why a file cannot be used', async () => {
    stubApi([
      'PUT',
      path,
      () => refusal(422, 'png is a broken PNG image', [{ field: 'png', message: 'is a broken PNG image' }]),
    ]);
    const { user } = renderConsole('/o/northwind/settings');
    await user.upload(await upload(), file());
    expect(await screen.findByRole('alert')).toHaveTextContent('The file is a broken PNG image.');
  });
});
