import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { readAssetStamp } from '../node/index.ts';
import type { FileReport } from './report.ts';
import { readVersion } from './version.ts';

/** What a check found, without the name of the article. */
export type KeptReport = Pick<FileReport, 'messages' | 'people'>;

/** Results of earlier runs, by all that they depend on. */
export interface ResultCache {
  /** Undefined when nothing is kept under the key, or what is kept cannot be read. */
  read(key: string): Promise<KeptReport | undefined>;
  /** Never fails: a cache that cannot be written is no cache. */
  write(key: string, report: KeptReport): Promise<void>;
}

/**
 * Opens a cache, a file a result. A file comes to its name only when it is whole, so runs at the same time and runs that
 * break off leave nothing half-written.
 *
 * @param folder made at the first result, with a `.gitignore` of its own
 */
export function openCache(folder: string): ResultCache {
  let prepared: Promise<unknown> | undefined;
  let count = 0;
  const fileOf = (key: string) => join(folder, key.slice(0, 2), `${key.slice(2)}.json`);
  const prepare = async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '.gitignore'), '*\n');
  };
  return {
    async read(key) {
      try {
        const kept = JSON.parse(await readFile(fileOf(key), 'utf8')) as Partial<KeptReport>;
        const { messages, people } = kept;
        return Array.isArray(messages) && Array.isArray(people) ? { messages, people } : undefined;
      } catch {
        return undefined;
      }
    },
    async write(key, { messages, people }) {
      const file = fileOf(key);
      const draft = `${file}.${process.pid}-${threadId}-${count++}`;
      try {
        prepared ??= prepare();
        await prepared;
        await mkdir(dirname(file), { recursive: true });
        await writeFile(draft, JSON.stringify({ messages, people }));
        await rename(draft, file);
      } catch {
        await rm(draft, { force: true }).catch(() => {});
      }
    },
  };
}

/** The name of a result: a hash of all that it depends on. */
export function keyOf(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 40);
}

/** What tells this build of the program from any other: its version, its code and its compiled data. */
export function readBuild(): string {
  return keyOf([readVersion(), basename(new URL(import.meta.url).pathname), readAssetStamp() ?? '']);
}
