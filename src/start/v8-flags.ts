import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const v8 = require('node:v8') as typeof import('node:v8');

/** The versions of V8 (Node 20 to 26) that are known to have these flags; another would complain on standard error. */
const known = { from: 11, to: 14 };
/** From here on V8 has a compiler between the quick one and the last. */
const middle = 12;

const version = Number.parseInt(process.versions.v8, 10);
const set = (flag: string, from = known.from) => {
  if (version >= from && version <= known.to) v8.setFlagsFromString(flag);
};

// Not `--no-regexp-tier-up`, which spares a start the bytecode of patterns: set once Node runs, it meets patterns that are
// bytecode already, and V8 crashes now and then.

/**
 * Leaves V8's last compiler out: its code is a fifth faster than that of the one before, but making it takes each
 * thread the time of some megabytes of copy.
 */
export function leaveLastCompilerOut(): void {
  set('--no-turbofan', middle);
}

/** Takes it in again. */
export function takeLastCompilerIn(): void {
  set('--turbofan', middle);
}

/**
 * Lets the heap grow by half before it is cleared. By itself V8 lets it become four times what is in use: for whole
 * folders that is a fifth more memory, and no faster.
 */
export function keepHeapSmall(): void {
  set('--heap-growing-percent=50');
}

/**
 * Keeps what was compiled though it rests. By itself V8 drops functions that a long run no longer calls, and code kept
 * after a folder lacks those of the start: the next run on one article took half as long again.
 */
export function keepRestingCode(): void {
  set('--no-flush-bytecode');
}
