import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Notices } from '@/patterns/notice';
import { ShortcutsProvider } from '@/patterns/shortcuts';
import { FreshFactorDialog } from '@/session/fresh-factor-dialog';
import { GatehouseTheme } from '@/theme/theme-provider';
import type { createConsole } from './router';

/** The whole console with everything that pages expect around them. */
export function Console({ router, queries }: ReturnType<typeof createConsole>) {
  return (
    <QueryClientProvider client={queries}>
      <GatehouseTheme>
        <ShortcutsProvider>
          <Notices>
            <RouterProvider router={router} />
            <FreshFactorDialog />
          </Notices>
        </ShortcutsProvider>
      </GatehouseTheme>
    </QueryClientProvider>
  );
}
