import { statSync } from 'node:fs';
import type { Flags } from '../node/index.ts';
import { needAssets } from './built.ts';
import type { CheckedFile, CheckerOptions } from './checker.ts';
import type { FoundArticle } from './find-articles.ts';

/** Bytes of copy that a further thread must have to do, or it costs more than it brings: each has to warm up. */
const worthThread = 256 * 1024;

/** What a run has to work with. */
export interface Means {
  /** How many threads, the main one with them; by the machine and the size of the articles when left out. */
  threads?: number | undefined;
  flags: Flags;
}

/**
 * Checks articles and hands each over in order. Ctrl+C ends the run after the file at hand.
 *
 * @returns true when it was stopped
 */
export async function checkAll(
  articles: readonly FoundArticle[],
  options: CheckerOptions,
  { threads, flags }: Means,
  take: (checked: CheckedFile) => Promise<void>,
): Promise<boolean> {
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  try {
    const hands = threads ?? (await countThreads(articles));
    if (hands > 1) {
      needAssets();
      const { checkInThreads } = await import('./pool.ts');
      await checkInThreads(articles, options, { threads: hands, flags }, take, () => stopped);
    } else {
      const { createChecker } = await import('./checker.ts');
      const checker = createChecker(options);
      for (const article of articles) {
        if (stopped) break;
        await take(await checker.checkFile(article));
        // Lets Ctrl+C through.
        await new Promise(setImmediate);
      }
    }
  } finally {
    process.off('SIGINT', stop);
  }
  return stopped;
}

/** Threads that the articles are worth; files that may be no articles don't count. */
async function countThreads(articles: readonly FoundArticle[]): Promise<number> {
  let most: number | undefined;
  let bytes = 0;
  for (const { path, by } of articles) {
    if (by !== 'other') bytes += sizeOf(path);
    if (bytes < 2 * worthThread) continue;
    // A few articles need not ask how many there may be.
    most ??= (await import('node:os')).availableParallelism();
    if (bytes >= most * worthThread) return most;
  }
  return Math.max(1, Math.floor(bytes / worthThread));
}

/** Bytes; none where the file is not to be had, which the check itself will say. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
