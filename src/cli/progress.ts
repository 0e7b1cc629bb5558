/** A counter on a terminal's standard error, for runs that take a while. */
export interface Progress {
  step(): void;
  /** Wipes the counter so that something else can be written. */
  clear(): void;
}

const patience = 500;

/** Sets up a counter; silent where standard error is no terminal. */
export function createProgress(total: number): Progress {
  if (total < 2 || !process.stderr.isTTY) return { step: () => {}, clear: () => {} };
  const started = performance.now();
  let done = 0;
  let shown = false;
  return {
    step() {
      done++;
      if (done === total || performance.now() - started < patience) return;
      process.stderr.write(`\r\u001b[Kchecked ${done} of ${total}`);
      shown = true;
    },
    clear() {
      if (shown) process.stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}
