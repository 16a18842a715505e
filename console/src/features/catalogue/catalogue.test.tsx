import { screen, waitFor, within } from '@testing-library/react';
import { refusal, stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';
import { employeeSession, id } from '@/test/sessions';

describe('the catalogue', () => {
  it('gives with one click what was looked at', async () => {
    const calls = stubApi(['GET', '/api/session', () => employeeSession]);
    const { user } = renderConsole('/o/northwind/catalogue');
    await user.click(await screen.findByRole('button', { name: 'Take it: Zoom' }));
    expect(await screen.findByText(/Zoom is yours/)).toBeVisible();
    expect(calls.find(({ path }) => path.endsWith(`${id('ent', 3)}/take`))?.body).toEqual({
      version: 1,
      deviceIds: null,
    });
    expect(screen.queryByRole('link', { name: 'Curate' })).toBeNull();
  });

  it('says why something was not given', async () => {
    stubApi([
      'POST',
      '/api/organizations/{organization}/catalogue/{entry}/take',
      () => refusal(409, 'The SIGNINGID rule of the organization blocks it.'),
    ]);
    const { user } = renderConsole('/o/northwind/catalogue');
    await user.click(await screen.findByRole('button', { name: 'Take it: Zoom' }));
    expect(await screen.findByText(/blocks it/)).toBeVisible();
  });

  it('finds by name, and sends whoever finds nothing to the form', async () => {
    stubApi();
    const { user } = renderConsole('/o/northwind/catalogue');
    await user.type(await screen.findByRole('searchbox'), 'figma');
    expect(await screen.findByText('Nothing here is called “figma”')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Ask for software' })).toBeVisible();
  });

  it('is curated with a reason, for a team, for some days', async () => {
    const calls = stubApi();
    const { user } = renderConsole('/o/northwind/catalogue/entries');
    await user.click(await screen.findByRole('button', { name: 'Approve something' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /^Name/ }), 'Slack');
    await user.type(dialog.getByRole('textbox', { name: /^Why/ }), 'Everybody talks there');
    await user.type(dialog.getByRole('textbox', { name: /^Identifier/ }), 'BQR82RBBHL:com.tinyspeck');
    await user.type(dialog.getByRole('spinbutton', { name: /days/ }), '30');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(calls.some(({ method, path }) => method === 'POST' && path.endsWith('/entries'))).toBe(true),
    );
    expect(
      calls.find(({ method, path }) => method === 'POST' && path.endsWith('/entries'))?.body,
    ).toMatchObject({
      name: 'Slack',
      ruleType: 'SIGNINGID',
      policy: 'ALLOWLIST',
      days: 30,
      teams: [],
    });
  });
});

describe('asking', () => {
  it('offers what is like it instead', async () => {
    stubApi(['GET', '/api/session', () => employeeSession]);
    const { user } = renderConsole('/o/northwind');
    await user.click((await screen.findAllByRole('button', { name: 'Ask for it' }))[0] as HTMLElement);
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('By the same maker.')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Take this instead: Zoom' }));
    expect(await screen.findByText(/Zoom is yours/)).toBeVisible();
  });
});
