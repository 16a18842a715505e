import { vi } from 'vitest';

interface Call {
  method: string;
  path: string;
  query: Record<string, string>;
  body: unknown;
  headers: Headers;
}
type Handler = (request: {
  params: Record<string, string>;
  query: Record<string, string>;
  body: never;
  headers: Headers;
  cookies: string;
  empty: boolean;
}) => unknown;
export type MockedRoute = [method: string, template: string, handler: Handler];

interface Answer {
  answered: true;
  status: number;
  body: unknown;
  type: string;
  headers?: Record<string, string>;
}

const files = import.meta.glob<{ routes: MockedRoute[] }>('../../mock/routes/*.mjs', { eager: true });
const mocked = Object.values(files).flatMap(({ routes }) => routes);

/** Answers every call from the mocked API, the test's own routes first, and keeps what was asked. */
export function stubApi(...own: MockedRoute[]): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request =
      input instanceof Request ? input : new Request(new URL(input, window.location.origin), init);
    const url = new URL(request.url);
    const text = await request.text();
    const body: unknown = text ? JSON.parse(text) : undefined;
    const query = Object.fromEntries(url.searchParams);
    calls.push({ method: request.method, path: url.pathname, query, body, headers: request.headers });
    for (const [method, template, handler] of [...own, ...mocked]) {
      const params = method === request.method ? match(template, url.pathname) : null;
      if (params) {
        return responseOf(
          handler({
            params,
            query,
            body: body as never,
            headers: request.headers,
            cookies: '',
            empty: false,
          }),
        );
      }
    }
    throw new Error(`Nothing answers ${request.method} ${url.pathname}`);
  });
  return calls;
}

/** A refusal that the console knows by the last word of its type, with headers. */
export function knownRefusal(status: number, kind: string, headers?: Record<string, string>): Answer {
  const answer = refusal(status, 'Refused');
  return { ...answer, headers, body: { ...(answer.body as object), type: `urn:gatehouse:problem:${kind}` } };
}

/** A refusal as problem+json. */
export function refusal(
  status: number,
  detail: string,
  errors?: { field: string; message: string }[],
): Answer {
  return {
    answered: true,
    status,
    type: 'application/problem+json',
    body: { title: 'Refused', status, detail, errors, correlationId: 'correlation-1' },
  };
}

function match(template: string, path: string): Record<string, string> | null {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const found = new RegExp(`^${template.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(path);
  return (
    found &&
    Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]))
  );
}

function responseOf(result: unknown): Response {
  const answer = result as Answer | undefined;
  const {
    status,
    body,
    type,
    headers = {},
  } = answer?.answered
    ? answer
    : { status: result === undefined ? 204 : 200, body: result, type: 'application/json' };
  return new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': type, ...headers },
  });
}
