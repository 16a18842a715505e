import { fireEvent, screen, waitFor } from '@testing-library/react';
import { session } from '../../mock/data.mjs';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

describe('the mark of an organization', () => {
  it('is its logo, and gives way to the letters when it cannot be loaded', async () => {
    const [first] = session.memberships;
    const logo = 'ab'.repeat(32);
    const organization = { ...first!.organization, logo };
    stubApi(['GET', '/api/session', () => ({ ...session, memberships: [{ ...first!, organization }] })]);
    renderConsole('/o/northwind/settings');
    await screen.findByRole('button', { name: 'Remove' });
    const images = () => [...document.querySelectorAll('img')];
    expect(images()[0]).toHaveAttribute('src', `/api/organizations/${organization.id}/logo/${logo}`);
    images().forEach((image) => fireEvent.error(image));
    await waitFor(() => expect(images()).toHaveLength(0));
  });
});
