import { Worker } from 'node:worker_threads';
import type { Flags } from '../node/index.ts';
import type { CheckedFile, CheckerOptions } from './checker.ts';
import { createChecker } from './checker.ts';
import type { FoundArticle } from './find-articles.ts';
import { reportFailure } from './report.ts';
import type { Answer, Task } from './worker.ts';

/** Files a worker has at hand at most, so that it need not wait while this thread reads one itself. */
const mostQueued = 8;
/** Files that may be done before the one that is next in order; bounds the memory. */
const ahead = 64;
/** Where results are kept: articles without one that make other threads worth their start. */
const worthOthers = 16;

/** Megabytes of a thread's heap for what does not live long: more makes nothing faster, and counts twice in the peak. */
const youngMemory = 8;

/**
 * Checks articles in several threads, of which this is one, and hands each over in order. The others run this same
 * program. One that dies costs the files it had at hand, which are reported, and is replaced.
 *
 * @param isStopped asked before each file is handed out
 */
export async function checkInThreads(
  articles: readonly FoundArticle[],
  options: CheckerOptions,
  { threads, flags }: { threads: number; flags: Flags },
  take: (checked: CheckedFile) => Promise<void>,
  isStopped: () => boolean,
): Promise<void> {
  const done = new Map<number, CheckedFile>();
  const hands = new Map<Worker, Set<number>>();
  const checker = createChecker(options);
  // Of a few long files none should wait for one thread while another has nothing to do.
  const queued = Math.max(1, Math.min(mostQueued, Math.floor(articles.length / threads / 4)));
  let next = 0;
  let taken = 0;
  let wake = () => {};

  /** The next to check; undefined at the end, and while too many wait for one before them. */
  const draw = (): Task | undefined => {
    const article = next < taken + ahead && !isStopped() ? articles[next] : undefined;
    return article && { ...article, index: next++ };
  };
  const feed = (worker: Worker) => {
    const hand = hands.get(worker);
    while (hand && hand.size < queued) {
      const task = draw();
      if (!task) break;
      hand.add(task.index);
      worker.postMessage(task);
    }
  };
  const start = () => {
    // It reads the program as V8 kept it; and made while a compiler is left out it would never get one that works beside it.
    const resume = flags.setBack();
    const worker = new Worker(process.argv[1] ?? '', {
      argv: ['worker-thread'],
      workerData: options,
      resourceLimits: { maxYoungGenerationSizeMb: youngMemory },
    });
    hands.set(worker, new Set());
    worker.once('message', resume);
    worker.on('message', ({ index, checked }: Answer) => {
      hands.get(worker)?.delete(index);
      done.set(index, checked);
      feed(worker);
      wake();
    });
    worker.on('error', (error) => {
      resume();
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

  const startOthers = () => {
    flags.forMuch();
    for (let i = 1; i < Math.min(threads, articles.length); i++) start();
  };
  let untilOthers = options.cache === undefined ? 0 : worthOthers;
  if (untilOthers === 0) startOthers();
  try {
    while (taken < articles.length && !(isStopped() && taken >= next)) {
      const checked = done.get(taken);
      if (checked) {
        done.delete(taken);
        taken++;
        await take(checked);
        for (const worker of hands.keys()) feed(worker);
        continue;
      }
      const task = draw();
      if (task) {
        const checked = await checker.checkFile(task);
        done.set(task.index, checked);
        if (untilOthers > 0 && !checked.wasKept && --untilOthers === 0) startOthers();
        // Lets the other threads' answers and Ctrl+C through.
        await new Promise(setImmediate);
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    await Promise.all([...hands.keys()].map((worker) => worker.terminate()));
  }
}
