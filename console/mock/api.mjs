// An API in memory for building and looking at screens. Development only: nothing of it is bundled.
// Every file in routes/ exports `routes`: [method, path template, handler({params, query, body, state}) → answer].
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Answer, refuse } from './answers.mjs';

export function mockedApi(folder) {
  const routesAtHand = routesOf(folder);
  // `?mock=empty` in the page's address (kept in a cookie) shows every list without rows.
  return async (request, response, next) => {
    const url = new URL(request.url, 'http://localhost');
    if (!url.pathname.startsWith('/api/')) {
      return next();
    }
    const cookies = request.headers.cookie ?? '';
    if (url.pathname.endsWith('/live')) {
      return live(request, response);
    }
    const found = (await routesAtHand)
      .map((route) => ({ route, match: route.method === request.method && route.pattern.exec(url.pathname) }))
      .find(({ match }) => match);
    const query = Object.fromEntries(url.searchParams);
    const body = await bodyOf(request);
    const result = found
      ? await found.route.handler({
          params: Object.fromEntries(
            found.route.names.map((name, index) => [name, decodeURIComponent(found.match[index + 1])]),
          ),
          query,
          body,
          cookies,
          empty: cookies.includes('mock=empty'),
        })
      : refuse(404, `The mock knows no ${request.method} ${url.pathname}`);
    send(response, result?.answered ? result : new Answer(result === undefined ? 204 : 200, result));
  };
}

function send(response, { status, body, type }) {
  response.statusCode = status;
  response.setHeader('Set-Cookie', 'XSRF-TOKEN=mock-token; Path=/; SameSite=Lax');
  if (status === 204) {
    response.end();
  } else {
    response.setHeader('Content-Type', type);
    response.end(typeof body === 'string' && type !== 'application/json' ? body : JSON.stringify(body));
  }
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  return text ? JSON.parse(text) : undefined;
}

function live(request, response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(':\n\n');
  const timer = setInterval(() => response.write(':\n\n'), 15_000);
  request.on('close', () => clearInterval(timer));
}

async function routesOf(folder) {
  const names = readdirSync(`${folder}/routes`).filter((name) => name.endsWith('.mjs'));
  const modules = await Promise.all(
    names.map((name) => import(pathToFileURL(`${folder}/routes/${name}`).href)),
  );
  return modules
    .flatMap((module) => module.routes)
    .map(([method, template, handler]) => ({
      method,
      names: [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]),
      pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '([^/]+)')}$`),
      handler,
    }));
}
