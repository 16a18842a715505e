// Serves the built console with the mocked API and the Content-Security-Policy of the real server.
import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { mockedApi } from '../mock/api.mjs';

const root = new URL('..', import.meta.url).pathname;
const built = join(root, 'target/classes/static/console');
const types = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The address, and how to stop. */
export async function serve() {
  const api = mockedApi(join(root, 'mock'));
  const server = createServer(
    (request, response) => void api(request, response, () => file(request, response)),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function file(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const path = join(built, pathname.replace(/^\/console\/?/, ''));
  if (extname(path) && path.startsWith(built) && existsSync(path)) {
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' });
    createReadStream(path).pipe(response);
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  });
  response.end(readFileSync(join(built, 'index.html'), 'utf8').replace('__CSP_NONCE__', nonce));
}
