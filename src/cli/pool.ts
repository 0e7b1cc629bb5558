import { Worker } from 'node:worker_threads';
import type { CheckedFile, CheckerOptions } from './checker.ts';
import type { FoundArticle } from './find-articles.ts';
import { reportFailure } from './report.ts';
import type { Answer, Task } from './worker.ts';

/** Files a worker has at hand, so that it never waits for the next. */
const queued = 4;
/** Files that may be done before the one that is next in order; bounds the memory. */
const ahead = 64;

/** Megabytes of a thread's heap for what does not live long: more makes nothing faster, and counts twice in the peak. */
const youngMemory = 16;

/**
 * Checks articles in worker threads and hands each over in order. The threads run this same program. A thread that
 * dies costs the files it had at hand, which are reported, and is replaced.
 *
 * @param isStopped asked before each file is handed out
 */
export async function checkInThreads(
  articles: readonly FoundArticle[],
  options: CheckerOptions,
  threads: number,
  take: (checked: CheckedFile) => Promise<void>,
  isStopped: () => boolean,
): Promise<void> {
  const done = new Map<number, CheckedFile>();
  const hands = new Map<Worker, Set<number>>();
  let next = 0;
  let taken = 0;
  let wake = () => {};

  const feed = (worker: Worker) => {
    const hand = hands.get(worker);
    while (hand && hand.size < queued && next < articles.length && next < taken + ahead && !isStopped()) {
      const article = articles[next];
      if (!article) break;
      hand.add(next);
      worker.postMessage({ ...article, index: next } satisfies Task);
      next++;
    }
  };
  const start = () => {
    const worker = new Worker(process.argv[1] ?? '', {
      argv: ['worker-thread'],
      workerData: options,
      resourceLimits: { maxYoungGenerationSizeMb: youngMemory },
    });
    hands.set(worker, new Set());
    worker.on('message', ({ index, checked }: Answer) => {
      hands.get(worker)?.delete(index);
      done.set(index, checked);
      feed(worker);
      wake();
    });
    worker.on('error', (error) => {
      const lost = hands.get(worker) ?? new Set();
      hands.delete(worker);
      for (const index of lost) {
        const report = reportFailure(articles[index]?.path ?? '', `the check broke off: ${error.message}`);
        done.set(index, { report, isArticle: true, problems: [], notes: [] });
      }
      if (next < articles.length) start();
      wake();
    });
    feed(worker);
  };

  for (let i = 0; i < Math.max(1, Math.min(threads, articles.length)); i++) start();
  try {
    while (taken < articles.length && !(isStopped() && taken >= next)) {
      const checked = done.get(taken);
      if (checked) {
        done.delete(taken);
        taken++;
        await take(checked);
        for (const worker of hands.keys()) feed(worker);
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    await Promise.all([...hands.keys()].map((worker) => worker.terminate()));
  }
}
