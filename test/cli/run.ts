import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The command line’s own file. */
export const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** How a run of the command line ended. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command line in a folder. */
export function run(folder: string, args: readonly string[], input: string | Uint8Array = ''): Promise<Ended> {
  return new Promise((done, fail) => {
    const env = { ...process.env, NO_COLOR: '', FORCE_COLOR: '0' };
    const child = spawn(process.execPath, [main, ...args], { cwd: folder, env });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', fail).on('close', (code) => done({ code, out, err }));
    child.stdin.on('error', () => {}).end(input);
  });
}

/** A folder that is gone after the test. */
export async function inFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  test: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-cli-'));
  try {
    for (const [name, text] of Object.entries({ '.copydesk.yaml': 'root: true\n', ...files })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    await test(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An invented story with two lost letters and a doubled word. */
export const story = `Harbour chiefs meet

RIVERTON, March 3 (Desk) - Army General Orhan Yıldızo?lu met reporters on Monday.

Army General Yıldızo?lu said that the the talks went well. Orhan Yıldızoğlu left at noon.
`;
export const mended = story.replaceAll('o?lu', 'oğlu').replace('the the', 'the');
export const clean = 'Ferry line opens\n\nThe ferry Marigold left the quay at nine.\n';
