import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { Shelf } from '../config/index.ts';
import { cacheFolder } from './caches.ts';

const most = 16;

/**
 * A folder of files, one for each content. A file comes to its name only when it is whole, and begins with the hash of the
 * rest: what broke off or was changed is passed over. The oldest go.
 *
 * @param build what tells this build of the program from any other
 */
export function openShelf(folder: string, build: string): Shelf {
  let count = 0;
  const fileOf = (content: string) => join(folder, `${hash(`${build}\n${content}`).slice(0, 40)}.json`);
  return {
    async find(content) {
      const file = fileOf(content);
      try {
        const text = await readFile(file, 'utf8');
        const made = text.slice(65);
        if (text.slice(0, 64) !== hash(made)) return undefined;
        const now = new Date();
        await utimes(file, now, now);
        return made;
      } catch {
        return undefined;
      }
    },
    async keep(content, made) {
      const file = fileOf(content);
      const draft = `${file}.${process.pid}-${threadId}-${count++}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(draft, `${hash(made)}\n${made}`);
        await rename(draft, file);
        await tidy(folder);
      } catch {
        // A shelf that cannot be written is no shelf.
        await rm(draft, { force: true }).catch(() => undefined);
      }
    },
  };
}

/** This build's shelf; none without a folder for it, or when the sources run as they are, whose build nothing tells. */
export async function nodeShelf(): Promise<Shelf | undefined> {
  const folder = cacheFolder();
  if (folder === undefined || import.meta.url.endsWith('.ts')) return undefined;
  const { mtimeMs, size } = await stat(new URL(import.meta.url));
  return openShelf(join(folder, 'packs'), `${import.meta.url} ${mtimeMs} ${size}`);
}

async function tidy(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= most) return;
  const dated = await Promise.all(
    names.map(async (name) => ({
      name,
      at: await stat(join(folder, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    })),
  );
  dated.sort((a, b) => b.at - a.at);
  for (const { name } of dated.slice(most)) await rm(join(folder, name), { force: true });
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
