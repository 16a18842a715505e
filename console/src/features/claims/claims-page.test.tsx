import { screen, within } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const person = { id: 'p', displayName: 'Ines Varga', email: 'ines.varga@northwind.example' };
const claims = [
  {
    organization: 'o1',
    organizationName: 'Contoso',
    name: 'contoso.example',
    claimedAt: '2026-11-24T10:00:00Z',
    claimedBy: 'Ada Byron',
    claimedByEmail: 'ada@contoso.example',
  },
  {
    organization: 'o2',
    organizationName: 'Fabrikam',
    name: 'contoso.example',
    claimedAt: '2026-11-24T11:00:00Z',
    claimedBy: null,
    claimedByEmail: null,
  },
];

describe('domain claims', () => {
  it('shows who asked, and confirms the one that was chosen with a reason', async () => {
    const calls = stubApi(
      ['GET', '/api/installation/domain-claims', () => claims],
      ['POST', '/api/installation/domain-claims/confirm', () => undefined],
    );
    const { user } = renderConsole('/installation/domain-claims');
    expect(await screen.findByText(/Ada Byron \(ada@contoso.example\)/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Confirm contoso.example for Fabrikam' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /How you know it/ }), 'Contract 7');
    await user.click(dialog.getByRole('button', { name: 'Confirm' }));
    expect(await screen.findByText('contoso.example belongs to Fabrikam.')).toBeVisible();
    expect(calls.find(({ path }) => path.endsWith('/confirm'))?.body).toEqual({
      organization: 'o2',
      name: 'contoso.example',
      reason: 'Contract 7',
    });
  });

  it('says so when nothing waits', async () => {
    stubApi(['GET', '/api/installation/domain-claims', () => []]);
    renderConsole('/installation/domain-claims');
    expect(await screen.findByText('No claim waits')).toBeVisible();
  });

  it('is nothing for others', async () => {
    stubApi(['GET', '/api/session', () => ({ person, operator: false, memberships: [] })]);
    renderConsole('/installation/domain-claims');
    expect(await screen.findByText(/needs the permission/)).toBeVisible();
  });
});
