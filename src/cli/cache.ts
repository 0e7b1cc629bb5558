import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  read(key: string): KeptReport | undefined;
  /** Never fails: a cache that cannot be written is no cache. */
  write(key: string, report: KeptReport): void;
}

/**
 * Opens a cache, a file a result. A file comes to its name only when it is whole, so runs at the same time and runs that
 * break off leave nothing half-written.
 *
 * @param folder made at the first result, with a `.gitignore` of its own
 */
export function openCache(folder: string): ResultCache {
  let isPrepared = false;
  let count = 0;
  const fileOf = (key: string) => join(folder, key.slice(0, 2), `${key.slice(2)}.json`);
  const prepare = () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '.gitignore'), '*\n');
    isPrepared = true;
  };
  return {
    read(key) {
      try {
        const kept = JSON.parse(readFileSync(fileOf(key), 'utf8')) as Partial<KeptReport>;
        const { messages, people } = kept;
        return Array.isArray(messages) && Array.isArray(people) ? { messages, people } : undefined;
      } catch {
        return undefined;
      }
    },
    write(key, { messages, people }) {
      const file = fileOf(key);
      const draft = `${file}.${process.pid}-${threadId}-${count++}`;
      try {
        if (!isPrepared) prepare();
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(draft, JSON.stringify({ messages, people }));
        renameSync(draft, file);
      } catch {
        drop(draft);
      }
    },
  };
}

function drop(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Where nothing can be written there is nothing to remove.
  }
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
