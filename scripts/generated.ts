import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

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

/** Deletes the files of a generated folder that are no longer written; with `--check` such a file fails the process. */
export function removeOthers(folder: string, keep: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    if (keep.has(name)) continue;
    const file = join(folder, name);
    if (checking) {
      console.error(`${file} is of no use any more: run «npm run generate»`);
      process.exitCode = 1;
    } else {
      rmSync(file);
      console.log(`removed ${file}`);
    }
  }
}
