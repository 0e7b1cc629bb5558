// Plain JavaScript: it must run on the Node 20 of a fresh machine, before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const node24 = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Installs the project's packages when they are missing or older than the lock file. */
export function installPackages() {
  const stamp = path.join(root, 'node_modules/.package-lock.json');
  const fresh =
    existsSync(stamp) &&
    existsSync(node24) &&
    statSync(stamp).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs;
  if (fresh) return;
  console.error('Installing packages (once, about a minute)…');
  // Not `npm ci`: it refuses a lock file in which a registry lacks another platform's optional package.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund']);
  if (!existsSync(node24)) {
    console.error(
      `The package «node» did not bring its binary to ${node24}. Allow its install script: npm rebuild node`,
    );
    process.exit(1);
  }
}

/** Runs a script of the project on the Node 24 that the packages bring; this process ends with its exit code. */
export function runOnNode24(script, args) {
  const bin = path.join(root, 'node_modules/.bin') + path.delimiter + path.dirname(node24);
  const { status, signal } = spawnSync(node24, [path.join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
  });
  process.exit(status ?? (signal ? 1 : 0));
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`«${command} ${args.join(' ')}» failed${error ? `: ${error.message}` : ''}`);
    process.exit(status ?? 1);
  }
}
