import { screen, within } from '@testing-library/react';
import { refusal, stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const pages = '/o/northwind/single-sign-on';

describe('SAML and directories', () => {
  it('asks for the kind first, and for a directory offers its own products', async () => {
    const calls = stubApi();
    const { user } = renderConsole(pages);
    await user.click(await screen.findByRole('button', { name: 'Add provider' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByLabelText(/^By/));
    await user.click(await screen.findByRole('option', { name: 'LDAP' }));
    await user.type(within(dialog).getByLabelText(/^Name/), 'Head office');
    await user.click(within(dialog).getByRole('button', { name: 'Begin set-up' }));
    await vi.waitFor(() =>
      expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
        kind: 'LDAP',
        preset: 'ACTIVE_DIRECTORY',
        name: 'Head office',
      }),
    );
  });

  it('shows what a SAML provider must be given, whose certificates are believed, and changes our key in two steps', async () => {
    const calls = stubApi();
    const { user } = renderConsole(pages);
    await user.click(await screen.findByRole('link', { name: 'Contoso' }));
    expect(await screen.findByText('Assertion consumer service (reply URL)')).toBeVisible();
    expect(await screen.findAllByText(/Federated SSO Certificate/)).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Use the new key' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Prepare a new key' }));
    expect(await screen.findByText(/in Gatehouse's metadata now/)).toBeVisible();
    expect(calls.some(({ method, path }) => method === 'POST' && path.endsWith('/saml/next-key'))).toBe(true);
  });

  it('keeps metadata from a file', async () => {
    const calls = stubApi();
    const { user } = renderConsole(pages);
    await user.click(await screen.findByRole('link', { name: 'Contoso' }));
    await user.upload(
      await screen.findByLabelText('Choose a file'),
      new File(['<EntityDescriptor/>'], 'metadata.xml', { type: 'text/xml' }),
    );
    expect(await screen.findByDisplayValue('<EntityDescriptor/>')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save connection' }));
    await vi.waitFor(() =>
      expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({
        kind: 'SAML',
        settings: { metadata: '<EntityDescriptor/>' },
      }),
    );
  });

  it('says at the field what is wrong with the directory', async () => {
    const message = 'must be a filter with {name} in it, such as (mail={name})';
    stubApi([
      'PUT',
      '/api/organizations/{organization}/identity-providers/{id}',
      () => refusal(422, `settings.personFilter ${message}`, [{ field: 'settings.personFilter', message }]),
    ]);
    const { user } = renderConsole(pages);
    await user.click(await screen.findByRole('link', { name: 'Head office' }));
    await user.click(await screen.findByRole('button', { name: 'Save connection' }));
    expect(await screen.findByText(message)).toBeVisible();
  });

  it('tries a name and a password of a directory', async () => {
    const calls = stubApi();
    const { user } = renderConsole(pages);
    await user.click(await screen.findByRole('link', { name: 'Head office' }));
    await user.click(await screen.findByRole('button', { name: 'Try a person' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText(/^Name/), 'ada');
    await user.type(within(dialog).getByLabelText(/^Password/), 'secret');
    await user.click(within(dialog).getByRole('button', { name: 'Try' }));
    await vi.waitFor(() =>
      expect(calls.find(({ path }) => path.endsWith('/ldap/test'))?.body).toEqual({
        name: 'ada',
        password: 'secret',
      }),
    );
  });
});
