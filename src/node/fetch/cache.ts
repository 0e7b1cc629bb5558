import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LockedSource } from '../../config/index.ts';
import { cacheFolder } from '../../config/index.ts';
import { hashFiles, readAll } from '../integrity.ts';
import type { Files } from './tar.ts';

/** Whether what was pinned lies in the cache, every byte of it. */
export async function isCached(lockFolder: string, locked: LockedSource): Promise<boolean> {
  const files = await readAll(cacheFolder(lockFolder, locked));
  return files.has(locked.entry) && hashFiles(files) === locked.integrity;
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
