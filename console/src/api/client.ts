import createClient from 'openapi-fetch';
import { sendConfirmed } from './fresh-factor';
import type { paths } from './generated';
import { problemOf, ProblemError, unreachable } from './problem';

/** The typed client of the whole API: paths, parameters and answers are checked against `api/openapi.json`. */
export const client = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  headers: { Accept: 'application/json, application/problem+json, text/plain' },
  fetch: sendConfirmed,
});

client.use({
  onRequest({ request }) {
    if (request.method !== 'GET') {
      request.headers.set('X-XSRF-TOKEN', crossSiteToken());
    }
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) {
      throw new ProblemError(await problemOf(response));
    }
  },
  onError({ error }) {
    return error instanceof ProblemError ? error : new ProblemError(unreachable);
  },
});

/** The body of a successful answer; anything else arrives as a {@link ProblemError}. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/** An address of the API that the browser itself opens, such as an export. */
export function addressOf(path: string, query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const parameters = new URLSearchParams(given).toString();
  return parameters ? `${path}?${parameters}` : path;
}

/** For the few calls whose answer is a file rather than JSON. */
export async function download(path: string, body: unknown): Promise<Blob> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': crossSiteToken() },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new ProblemError(await problemOf(response));
  }
  return response.blob();
}

function crossSiteToken(): string {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}
