import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { CheckedFile, CheckerOptions } from './checker.ts';
import { createChecker } from './checker.ts';
import type { FoundArticle } from './find-articles.ts';

/** A task for a worker, and its answer. */
export interface Task extends FoundArticle {
  index: number;
}
export interface Answer {
  index: number;
  checked: CheckedFile;
}

/** Answers checks in a worker thread, with one set of desks for all; false when this is no worker thread. */
export function serveChecks(): boolean {
  if (isMainThread) return false;
  const checker = createChecker(workerData as CheckerOptions);
  parentPort?.on('message', async ({ index, ...found }: Task) => {
    const answer: Answer = { index, checked: await checker.checkFile(found) };
    parentPort?.postMessage(answer);
  });
  return true;
}
