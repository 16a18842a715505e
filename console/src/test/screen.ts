import { vi } from 'vitest';

/** A screen at least this wide; without a width, no media query matches. */
export function stubScreen(width?: number): void {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: width !== undefined && width >= Number(/min-width: ?(\d+)/.exec(query)?.[1] ?? Infinity),
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }));
}
