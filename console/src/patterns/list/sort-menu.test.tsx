import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Column } from './rows';
import { SortMenu } from './sort-menu';

const columns: Column<string>[] = [
  { name: 'name', title: 'Name', render: (row) => row, sort: 'name', ascendingOnly: true },
  { name: 'level', title: 'Level', render: (row) => row },
  { name: 'visit', title: 'Last visit', render: (row) => row, sort: 'lastVisit' },
];

describe('the order of cards', () => {
  it('offers what the server sorts by, and says which order holds', async () => {
    const chosen: string[] = [];
    const user = userEvent.setup();
    render(<SortMenu columns={columns} sort="name" onSort={(sort) => chosen.push(sort)} />);
    await user.click(screen.getByRole('button', { name: 'Sort' }));
    expect(screen.getAllByRole('menuitemradio').map(({ textContent }) => textContent)).toEqual([
      'Name',
      'Last visit',
      'Last visit, reversed',
    ]);
    expect(screen.getByRole('menuitemradio', { name: 'Name' })).toBeChecked();
    await user.click(screen.getByRole('menuitemradio', { name: 'Last visit, reversed' }));
    expect(chosen).toEqual(['-lastVisit']);
  });

  it('is not there where there is nothing to choose', () => {
    render(<SortMenu columns={columns.slice(1, 2)} sort={undefined} onSort={() => undefined} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
