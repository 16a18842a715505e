import { renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { mockedApi } from './mock/api.mjs';

const server = process.env.GATEHOUSE_ADDRESS ?? 'http://127.0.0.1:8080';

/** Answers the API from memory, so that screens can be built and looked at without a server. Never part of the build. */
function mockedServer(): Plugin {
  return {
    name: 'gatehouse-mocked-api',
    apply: 'serve',
    configureServer(vite) {
      vite.middlewares.use(mockedApi(fileURLToPath(new URL('./mock', import.meta.url))));
    },
  };
}

/** Takes the list of chunks out of what is served; the check of the budget reads it. */
function manifestBesideTheBuild(): Plugin {
  const target = fileURLToPath(new URL('./target', import.meta.url));
  return {
    name: 'gatehouse-manifest',
    apply: 'build',
    closeBundle() {
      renameSync(`${target}/classes/static/console/.vite/manifest.json`, `${target}/manifest.json`);
      rmSync(`${target}/classes/static/console/.vite`, { recursive: true });
    },
  };
}

export default defineConfig({
  base: '/console/',
  plugins: [react(), manifestBesideTheBuild(), ...(process.env.GATEHOUSE_MOCK ? [mockedServer()] : [])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'target/classes/static/console',
    emptyOutDir: true,
    target: 'es2022',
    // A strict Content-Security-Policy has no room for data: addresses.
    assetsInlineLimit: 0,
    manifest: true,
    // The console, and a page of its own that verifies without it.
    rolldownOptions: { input: ['index.html', 'verify.html'] },
    chunkSizeWarningLimit: 700,
  },
  server: {
    host: '127.0.0.1',
    proxy: process.env.GATEHOUSE_MOCK
      ? {}
      : { '/api': { target: server }, '/invitation': { target: server }, '/santa': { target: server } },
  },
  test: {
    environment: 'jsdom',
    globals: true,
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    css: false,
    // Whole pages in jsdom on a busy machine.
    testTimeout: 60_000,
  },
});
