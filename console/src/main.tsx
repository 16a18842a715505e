import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries, router } from './app/router';
import './i18n';
import { Notices } from './patterns/notice';
import { ShortcutsProvider } from './patterns/shortcuts';
import { GatehouseTheme } from './theme/theme-provider';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <GatehouseTheme>
          <ShortcutsProvider>
            <Notices>
              <RouterProvider router={router} />
            </Notices>
          </ShortcutsProvider>
        </GatehouseTheme>
      </QueryClientProvider>
    </StrictMode>,
  );
}
