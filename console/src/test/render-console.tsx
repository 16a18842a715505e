import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Console } from '@/app/console';
import { createConsole } from '@/app/router';

/** The real console at an address, as a person would open it. */
export function renderConsole(path: string) {
  const console = createConsole(createMemoryHistory({ initialEntries: [`/console${path}`] }));
  render(<Console {...console} />);
  return { user: userEvent.setup(), router: console.router };
}
