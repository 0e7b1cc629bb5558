import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { stampOf } from './stamp.ts';

/** Contents by path, with forward slashes. */
type Contents = ReadonlyMap<string, Uint8Array>;

/** SHA-512 over names and contents, in the form of `integrity` attributes. */
export function hashFiles(files: Contents): string {
  const hash = createHash('sha512');
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${path}\0${createHash('sha512').update(bytes).digest('hex')}\n`);
  return `sha512-${hash.digest('base64')}`;
}

/** Every file below a folder; none when there is no such folder. */
export async function readAll(folder: string): Promise<Contents> {
  const files = new Map<string, Uint8Array>();
  for (const path of await listAll(folder))
    files.set(relative(folder, path).replaceAll('\\', '/'), await readFile(path));
  return files;
}

/**
 * Whether a folder holds what was pinned; another file, or a byte more, and it doesn't. It is hashed once, and again
 * only when a file's size or time has changed.
 */
export function rememberIntact(): (folder: string, integrity: string) => Promise<boolean> {
  const known = new Map<string, { stamp: string; isIntact: boolean }>();
  return async (folder, integrity) => {
    const stamps = await Promise.all((await listAll(folder)).map(stampOf));
    const stamp = stamps.join('\n');
    const key = `${folder} ${integrity}`;
    const before = known.get(key);
    if (before?.stamp === stamp) return before.isIntact;
    const isIntact = hashFiles(await readAll(folder)) === integrity;
    known.set(key, { stamp, isIntact });
    return isIntact;
  };
}

async function listAll(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}
