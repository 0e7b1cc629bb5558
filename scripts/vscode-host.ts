import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// The npm registry carries a whole VS Code in this package: workbench, remote server, extension host.
const editor = 'code-server@4.139.1';
const cache = resolve('.vscode-test');
const home = join(cache, 'node_modules/code-server/lib/vscode');
const stamp = join(cache, `${editor}.ready`);

/** Brings the VS Code server from the npm registry into `.vscode-test/`, once. */
export function provisionEditor(): void {
  if (existsSync(stamp)) return;
  console.error(`Fetching VS Code (${editor}) from the npm registry, once…`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{"private":true}\n');
  npm(cache, 'install', '--ignore-scripts', '--no-audit', '--no-fund', editor);
  npm(home, 'install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund');
  writeFileSync(stamp, '');
}

function npm(cwd: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${stderr}`);
}

/**
 * The path of a Chromium, installed with apt when it is missing and that is possible.
 *
 * @throws when there is none and it can't be installed, saying what to do
 */
export function findChromium(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const find = () =>
    names.map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim()).find((path) => path);
  const found = process.env.CHROMIUM ?? find();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('Installing Chromium with apt, once…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore', env });
    const installed = find();
    if (installed) return installed;
  }
  throw new Error('No Chromium here. Install one («apt-get install chromium») or name it in the variable CHROMIUM.');
}

/** A running VS Code server. */
export interface Host {
  port: number;
  /** The address of a window on a folder, with the payload that VS Code's own smoke tests use. */
  address(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** A file or folder of this machine as the workbench names it. */
  remote(path: string): string;
  stop(): void;
}

/**
 * Starts the VS Code server on loopback.
 *
 * @param options.trust false leaves workspace trust on, so that a new folder opens in Restricted Mode
 * @param options.vsix packaged extensions to install first
 * @param options.settings user settings
 */
export async function startHost(
  options: {
    trust?: boolean;
    vsix?: readonly string[];
    settings?: Readonly<Record<string, unknown>>;
    port?: number;
  } = {},
): Promise<Host> {
  provisionEditor();
  const data = mkdtempSync(join(tmpdir(), 'copydesk-host-'));
  const folders = [
    '--user-data-dir',
    join(data, 'user'),
    '--server-data-dir',
    join(data, 'server'),
    '--extensions-dir',
    join(data, 'extensions'),
  ];
  const settings = {
    'telemetry.telemetryLevel': 'off',
    'workbench.startupEditor': 'none',
    'chat.disableAIFeatures': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    ...options.settings,
  };
  for (const place of ['user/User', 'server/data/User', 'server/data/Machine']) {
    mkdirSync(join(data, place), { recursive: true });
    writeFileSync(join(data, place, 'settings.json'), JSON.stringify(settings));
  }
  const main = join(home, 'out/server-main.js');
  for (const vsix of options.vsix ?? []) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [main, ...folders, '--accept-server-license-terms', '--install-extension', resolve(vsix)],
      {
        cwd: home,
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(`VS Code did not install ${vsix}:\n${stdout}\n${stderr}`);
  }
  const port = options.port ?? (await freePort());
  const child = spawn(
    process.execPath,
    [
      main,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--without-connection-token',
      '--accept-server-license-terms',
      ...folders,
      '--disable-telemetry',
      ...(options.trust === false ? [] : ['--disable-workspace-trust']),
      '--enable-smoke-test-driver',
    ],
    { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-20_000)));
  const stop = () => {
    child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 240) {
      stop();
      throw new Error(`The VS Code server did not start:\n${log}`);
    }
    const answer = await fetch(`http://127.0.0.1:${port}/version`).catch(() => undefined);
    if (answer?.ok) break;
    await new Promise((done) => setTimeout(done, 250));
  }
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${resolve(path)}`;
  return {
    port,
    remote,
    stop,
    address(folder, payload = []) {
      const query = new URLSearchParams({ folder: resolve(folder) });
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `http://127.0.0.1:${port}/?${query}`;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? done(address.port) : fail(new Error('no free port')),
      );
    });
  });
}
