import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { stubApi } from '@/test/api-stub';
import { renderConsole } from '@/test/render-console';

const page = '/o/fjord/assignments';

describe('assignments', () => {
  it('are given to a rectangle of cells by the keyboard alone', async () => {
    const calls = stubApi();
    const { user } = renderConsole(page);
    const cells = await screen.findAllByRole('gridcell');
    cells[0]?.focus();
    await user.keyboard('{ArrowRight}{Shift>}{ArrowRight}{ArrowDown}{/Shift}');
    expect(screen.getByText('4 cells')).toBeVisible();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Set the level of 4 cells' });
    await user.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'Ticket 4711');
    await user.click(within(dialog).getByRole('button', { name: 'See what happens' }));
    expect(await within(dialog).findByText('4 begin')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Set level' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const sent = calls.findLast(({ method, path }) => method === 'POST' && path.endsWith('/assignments'));
    expect(sent?.body).toMatchObject({ terms: { reason: 'Ticket 4711' } });
    expect((sent?.body as { cells: unknown[] }).cells).toHaveLength(4);
  });

  it('end with a reason, only where there is something to end', async () => {
    const calls = stubApi();
    const { user } = renderConsole(page);
    const cells = await screen.findAllByRole('gridcell');
    cells[0]?.focus();
    await user.keyboard('{ArrowRight}{Shift>}{ArrowLeft}{/Shift}{Delete}');
    const dialog = await screen.findByRole('dialog', { name: 'End 1 engagement?' });
    await user.type(within(dialog).getByRole('textbox'), 'Contract over');
    await user.click(within(dialog).getByRole('button', { name: 'End' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const sent = calls.findLast(({ path }) => path.endsWith('/assignments/end'));
    expect(sent?.body).toMatchObject({ reason: 'Contract over', cells: [{}] });
  });

  it('begin by dragging a person onto a customer', async () => {
    stubApi();
    renderConsole(page);
    const person = await screen.findByRole('rowheader', { name: /Tomasz Nowak/ });
    const customer = screen.getByRole('columnheader', { name: /Alder Bank/ });
    const data = new Map<string, string>();
    const dataTransfer = {
      setData: (type: string, value: string) => data.set(type, value),
      getData: (type: string) => data.get(type) ?? '',
      get types() {
        return [...data.keys()];
      },
    };
    fireEvent.dragStart(person, { dataTransfer });
    fireEvent.drop(customer, { dataTransfer });
    expect(await screen.findByRole('dialog', { name: 'Engage Tomasz Nowak for Alder Bank' })).toBeVisible();
  });
});
