import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './ports';

const START_LIMIT = 240_000;

/** The product as `bin/gatehouse` starts it on an empty folder, with further settings. */
export async function startEmpty(settings: Record<string, string> = {}) {
  const data = mkdtempSync(join(tmpdir(), 'gatehouse-empty-'));
  const file = join(data, 'server.log');
  const log = openSync(file, 'a');
  const port = await freePort();
  const server = spawn(fileURLToPath(new URL('../bin/gatehouse', import.meta.url)), [], {
    stdio: ['ignore', log, log],
    env: { ...process.env, GATEHOUSE_DATA: data, GATEHOUSE_PORT: String(port), ...settings },
  });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const address = `http://localhost:${port}`;
  const deadline = Date.now() + START_LIMIT;
  const healthy = () =>
    fetch(`${address}/actuator/health`).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!(await healthy())) {
    if (server.exitCode !== null || Date.now() > deadline) {
      throw new Error(`The product did not start:\n${readFileSync(file, 'utf8').slice(-4000)}`);
    }
    await setTimeout(250);
  }
  return {
    address,
    code(): string {
      const match = /First-run code: (\S+)/.exec(readFileSync(file, 'utf8'));
      if (!match?.[1]) {
        throw new Error('The log shows no first-run code');
      }
      return match[1];
    },
    async stop(): Promise<void> {
      server.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
