import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const checking = process.argv.includes('--check');

/**
 * Writes a generated file; with `--check` on the command line it writes nothing and fails the process when the file is stale.
 *
 * @param file path from the project's root
 */
export function writeGenerated(file: string, text: string): void {
  let before: string | undefined;
  try {
    before = readFileSync(file, 'utf8');
  } catch {
    before = undefined;
  }
  if (before === text) return;
  if (checking) {
    console.error(`${file} is stale: run «npm run generate»`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${file}`);
}
