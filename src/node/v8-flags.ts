import { createRequire } from 'node:module';

/** Settings of V8 for short runs, and for runs on much copy. */
export interface Flags {
  /**
   * Lets the heap grow by half before it is cleared. By itself V8 lets it become four times what is in use: for whole
   * folders that is a fifth more memory, and no faster.
   */
  keepHeapSmall(): void;
  /**
   * Keeps what was compiled though it rests. By itself V8 drops functions that a long run no longer calls, and code kept
   * after a folder lacks those of the start: the next run on one article took half as long again.
   */
  keepRestingCode(): void;
  /**
   * Keeps the room for what is young at its first megabyte. By itself it grows to thirty times that: of a run on one
   * article a sixth of the memory, and no faster.
   */
  keepYoungSmall(): void;
  /** Lets that room grow as it does by itself: on much copy less is moved from it. */
  letYoungGrow(): void;
  /**
   * Leaves V8's two compilers of fast code out. A run on an article ends before what they make is worth its making: it takes
   * a fifth less processor time without them, and a sixth less memory.
   */
  leaveCompilersOut(): void;
  /**
   * Takes the quicker of them in. The last one's code is a fifth faster, but making it takes each thread the time of some
   * megabytes of copy.
   */
  takeMiddleCompilerIn(): void;
  takeLastCompilerIn(): void;
  /** Sets all back: V8 takes compiled code only where its flags are those that it was compiled under. */
  restore(): void;
}

/** The versions of V8 (Node 20 to 26) that are known to have these flags; another would complain on standard error. */
const known = { from: 11, to: 14 };
/** From here on V8 has a compiler between the quick one and the last. */
const middle = 12;

// Not `--no-regexp-tier-up`, which spares a start the bytecode of patterns: set once Node runs, it meets patterns that are
// bytecode already, and V8 crashes now and then.

/** Opens V8's flags. Node's own module for them takes a while to load: that waits until one is set. */
export function openFlags(): Flags {
  const version = Number.parseInt(process.versions.v8, 10);
  const back = new Set<string>();
  const set = (flag: string, otherwise: string, from = known.from) => {
    if (version < from || version > known.to) return;
    const v8 = createRequire(import.meta.url)('node:v8') as typeof import('node:v8');
    v8.setFlagsFromString(flag);
    back.add(otherwise);
  };
  return {
    keepHeapSmall: () => set('--heap-growing-percent=50', '--heap-growing-percent=0'),
    keepRestingCode: () => set('--no-flush-bytecode', '--flush-bytecode'),
    keepYoungSmall: () => set('--semi-space-growth-factor=1', '--semi-space-growth-factor=2'),
    letYoungGrow: () => set('--semi-space-growth-factor=2', '--semi-space-growth-factor=2'),
    leaveCompilersOut() {
      set('--no-turbofan', '--turbofan', middle);
      set('--no-maglev', '--maglev', middle);
    },
    takeMiddleCompilerIn: () => set('--maglev', '--maglev', middle),
    takeLastCompilerIn: () => set('--turbofan', '--turbofan', middle),
    restore() {
      for (const flag of [...back]) set(flag, flag);
    },
  };
}
