import type { Format } from './format.ts';

/** One file's report a line. */
export function createNdjson(): Format {
  return { start: () => '', file: (report) => `${JSON.stringify(report)}\n`, end: () => '' };
}
