import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './ports';

const START_LIMIT = 180_000;

/**
 * Starts the demo as `make run` does, in a folder of its own, and stops it after the last journey. With GATEHOUSE_DEMO
 * naming the demo.json of a running one, that one is used and left running.
 */
export default async function startProduct(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.GATEHOUSE_DEMO) {
    return undefined;
  }
  const root = fileURLToPath(new URL('..', import.meta.url));
  const data = mkdtempSync(join(tmpdir(), 'gatehouse-e2e-'));
  const log = openSync(join(data, 'product.log'), 'a');
  const demo = spawn(
    join(process.env.JAVA_HOME ?? '', 'bin/java'),
    ['-cp', 'testkit/target/testkit.jar:testkit/target/lib/*', 'io.gatehouse.testkit.demo.Demo'],
    {
      cwd: root,
      stdio: ['ignore', log, log],
      env: { ...process.env, GATEHOUSE_DATA: data, GATEHOUSE_PORT: String(await freePort()) },
    },
  );
  const ended = new Promise<void>((done) => demo.once('exit', () => done()));
  const file = join(data, 'demo.json');
  const deadline = Date.now() + START_LIMIT;
  while (!existsSync(file)) {
    if (demo.exitCode !== null || Date.now() > deadline) {
      throw new Error(`The product did not start:\n${readFileSync(join(data, 'product.log'), 'utf8').slice(-4000)}`);
    }
    await setTimeout(250);
  }
  process.env.GATEHOUSE_DEMO = file;
  return async () => {
    demo.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
}
