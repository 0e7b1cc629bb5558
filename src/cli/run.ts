import type { CheckedFile, CheckerOptions } from './checker.ts';
import type { FoundArticle } from './find-articles.ts';

/** From here on threads win back what it costs to start them. */
const worthThreads = 24;

/**
 * Checks articles and hands each over in order. Ctrl+C ends the run after the file at hand.
 *
 * @param threads how many worker threads; by the machine and the number of articles when left out
 * @returns true when it was stopped
 */
export async function checkAll(
  articles: readonly FoundArticle[],
  options: CheckerOptions,
  threads: number | undefined,
  take: (checked: CheckedFile) => Promise<void>,
): Promise<boolean> {
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  try {
    const likely = articles.filter(({ by }) => by !== 'other').length;
    if ((threads ?? likely) >= (threads === undefined ? worthThreads : 2)) {
      const { checkInThreads } = await import('./pool.ts');
      await checkInThreads(articles, options, threads, take, () => stopped);
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
