import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { LockedSource } from '../../config/index.ts';
import { cacheFolder } from '../../config/index.ts';
import { hashFiles } from './take.ts';
import type { Files } from './tar.ts';

/** Whether what was pinned lies in the cache, every byte of it. */
export async function isCached(lockFolder: string, locked: LockedSource): Promise<boolean> {
  const files = await readAll(cacheFolder(lockFolder, locked));
  return files.has(locked.entry) && hashFiles(files) === locked.integrity;
}

/** Whether a folder holds what was pinned; another file, or a byte more, and it doesn't. */
export async function hasIntegrity(folder: string, integrity: string): Promise<boolean> {
  return hashFiles(await readAll(folder)) === integrity;
}

async function readAll(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files: Files = new Map();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).replaceAll('\\', '/'), await readFile(path));
  }
  return files;
}

/** Puts files into the cache, all or none. */
export async function keepFiles(lockFolder: string, locked: LockedSource, files: Files): Promise<void> {
  const folder = cacheFolder(lockFolder, locked);
  const home = dirname(folder);
  await mkdir(home, { recursive: true });
  await writeFile(join(home, '.gitignore'), '*\n');
  const draft = await mkdtemp(join(home, '.draft-'));
  try {
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(draft, path)), { recursive: true });
      await writeFile(join(draft, path), bytes);
    }
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Takes out of the cache what the lock no longer names. */
export async function tidyCache(lockFolder: string, sources: Iterable<LockedSource>): Promise<void> {
  const kept = new Set([...sources].map((locked) => cacheFolder(lockFolder, locked)));
  const home = join(lockFolder, '.copydesk', 'cache');
  const entries = await readdir(home, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const folder = join(home, entry.name);
    if (entry.isDirectory() && !kept.has(folder.replaceAll('\\', '/')))
      await rm(folder, { recursive: true, force: true });
  }
}
