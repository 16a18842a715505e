import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import i18n from '@/i18n';
import { stubScreen } from './screen';

configure({ asyncUtilTimeout: 10_000 });

const missing: string[] = [];
i18n.options.saveMissing = true;
i18n.on('missingKey', (_, namespace, key) => missing.push(`${namespace}:${key}`));

beforeEach(() => {
  stubScreen();
  vi.stubGlobal('scrollTo', () => undefined);
  Element.prototype.scrollIntoView = () => undefined;
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  const forgotten = missing.splice(0);
  expect(forgotten, 'words that the catalogue lacks').toEqual([]);
});
