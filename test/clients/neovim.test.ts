import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./neovim.lua', import.meta.url));
const server = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));
const story = `By Nora Lind

ANKARA, March 3 (Desk) — Army General Cem Yıld?r?m visited the base on Monday.

Army General Yıldırım thanked the officers of the base.
`;

// Neovim is the second real client; a machine without it gets it, or the reason why not.
before(() => {
  if (spawnSync('nvim', ['--version']).status === 0) return;
  const apt = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (apt) {
    console.log('Installing neovim by apt…');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-q'], { env: environment });
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'neovim'], { env: environment });
  }
  if (spawnSync('nvim', ['--version']).status !== 0)
    throw new Error(
      'This test drives Neovim, which is not installed: apt install neovim, brew install neovim, or https://neovim.io',
    );
});

test('Neovim shows the damage, repairs it and undoes the repair', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-nvim-'));
  const file = join(folder, 'a.txt');
  const out = join(folder, 'seen.json');
  writeFileSync(file, story);
  const run = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`], {
    env: {
      ...process.env,
      COPYDESK_SERVER: JSON.stringify([process.execPath, server, '--stdio']),
      COPYDESK_FILE: file,
      COPYDESK_OUT: out,
      XDG_STATE_HOME: folder,
      XDG_CACHE_HOME: folder,
    },
    timeout: 300_000,
    encoding: 'utf8',
  });
  assert.equal(run.status, 0, run.stderr);
  const seen = JSON.parse(readFileSync(out, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  assert.equal(seen.error, undefined);
  const line = story.split('\n').findIndex((one) => one.includes('Yıld?r?m'));
  const bytes = Buffer.byteLength(story.split('\n')[line]?.split('Yıld?r?m')[0] ?? '');
  // Neovim counts columns in bytes.
  assert.deepEqual(seen.diagnostics, [
    { line, column: bytes, severity: 1, code: 'encoding-lost-letter', source: 'copydesk' },
  ]);
  assert.match(seen.hover, /Yıldırım/);
  assert.equal(`${seen.text}\n`, story.replace('Yıld?r?m', 'Yıldırım'));
  assert.equal(`${seen.undone}\n`, story);
});
