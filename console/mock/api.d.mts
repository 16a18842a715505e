import type { Connect } from 'vite';

export function mockedApi(folder: string): Connect.NextHandleFunction;
