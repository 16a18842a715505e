import { readFileSync } from 'node:fs';

export interface Demo {
  address: string;
  people: { organization: string; role: string; email: string; password: string }[];
  sync: { organization: string; syncBaseUrl: string }[];
}

/** What the running demo wrote for scripts. */
export function demo(): Demo {
  return JSON.parse(readFileSync(process.env.GATEHOUSE_DEMO ?? '', 'utf8')) as Demo;
}
