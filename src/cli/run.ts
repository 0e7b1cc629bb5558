import { statSync } from 'node:fs';
import type { Flags } from '../node/index.ts';
import { needAssets } from './built.ts';
import type { CheckedFile, CheckerOptions } from './checker.ts';
import type { FoundArticle } from './find-articles.ts';

/** Bytes of copy from which on V8's quicker compiler of fast code is worth its time from the first article on. */
const much = 256 * 1024;
/** Bytes of copy that a further thread must have to do, or it costs more than it brings: each has to warm up. */
const worthThread = 256 * 1024;
/** Bytes of copy a core from which on the run takes the last one too: below, V8's own threads compile on it. */
const worthLastCore = 2.5 * 1024 * 1024;

/** Seconds for which Ctrl+C may wait: a turn of Node's loop takes long beside a short article. */
const unheard = 0.02;

/** What a run has to work with. */
export interface Means {
  /** How many threads, the main one with them; by the cores and the size of the articles when left out. */
  threads?: number | undefined;
  flags: Flags;
}

/**
 * Checks articles and hands each over in order. Ctrl+C ends the run between two of them.
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
    const bytes = weigh(articles, 2 * worthThread);
    if (bytes >= much) flags.forMuch();
    const hands = threads ?? (bytes < 2 * worthThread ? 1 : await countHands(articles));
    if (hands > 1) {
      needAssets();
      const { checkInThreads } = await import('./pool.ts');
      await checkInThreads(articles, options, { threads: hands, flags }, take, () => stopped);
    } else {
      const { createChecker } = await import('./checker.ts');
      const checker = createChecker(options);
      // Not `performance`, which Node sets up at the first question: a hundredth of a run on one article.
      let turned = process.uptime();
      for (const article of articles) {
        if (stopped) break;
        await take(await checker.checkFile(article));
        if (process.uptime() - turned < unheard) continue;
        // Lets Ctrl+C through.
        await new Promise(setImmediate);
        turned = process.uptime();
      }
    }
  } finally {
    process.off('SIGINT', stop);
  }
  return stopped;
}

/** Bytes of copy, or so many as are enough to know of; files that may be no articles don't count. */
function weigh(articles: readonly FoundArticle[], enough: number): number {
  let bytes = 0;
  for (const { path, by } of articles) {
    if (by !== 'other') bytes += sizeOf(path);
    if (bytes >= enough) break;
  }
  return bytes;
}

/** Threads that articles are worth on this machine; a few articles need not ask how many cores there are. */
async function countHands(articles: readonly FoundArticle[]): Promise<number> {
  const cores = (await import('node:os')).availableParallelism();
  return countThreads(weigh(articles, cores * worthLastCore), cores);
}

/** Threads that so many bytes of copy are worth on so many cores, the main one with them. */
export function countThreads(bytes: number, cores: number): number {
  const most = bytes < cores * worthLastCore ? cores - 1 : cores;
  return Math.max(1, Math.min(most, Math.floor(bytes / worthThread)));
}

/** Bytes; none where the file is not to be had, which the check itself will say. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
