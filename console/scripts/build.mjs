// What Maven runs: `npm ci` when the lock file changed, then the build when anything that it reads changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const installedStamp = join(root, 'node_modules', '.lock-hash');
const builtStamp = join(root, 'target', 'build-hash');
const builtPage = join(root, 'target/classes/static/console/index.html');

const lock = hashOf(['package-lock.json', 'package.json', '.npmrc']);
if (read(installedStamp) !== lock) {
  run('npm', ['ci', '--no-audit', '--no-fund']);
  writeFileSync(installedStamp, lock);
}

const inputs = hashOf(['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'package.json']);
if (read(builtStamp) !== inputs || !existsSync(builtPage)) {
  run('npm', ['run', 'build']);
  run('npm', ['run', 'budget']);
  mkdirSync(join(root, 'target'), { recursive: true });
  writeFileSync(builtStamp, inputs);
}

function run(command, parameters) {
  const result = spawnSync(command, parameters, { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) {
    process.exit(result.status ?? 1);
  }
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function hashOf(paths) {
  const hash = createHash('sha256');
  paths
    .flatMap((path) => filesOf(join(root, path)))
    .forEach((file) => {
      hash.update(file.slice(root.length)).update(readFileSync(file));
    });
  return hash.digest('hex');
}

function filesOf(path) {
  if (!existsSync(path)) {
    return [];
  }
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
