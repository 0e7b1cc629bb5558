/** Notices changes of files that nobody tells of: by a look at them when an article is checked. */
export interface LookAgain {
  /** True when a file in use has changed since it was noted; looks at most once a second. */
  hasChanged(): Promise<boolean>;
  /** Notes the files in use as they stand; those noted before keep their stamps. */
  note(): Promise<void>;
}

// Milliseconds between two looks.
const pause = 1000;

/**
 * Sets up the looks.
 *
 * @param ports.inUse the files that checks depend on and no watcher covers
 * @param ports.generation rises when they are read anew
 * @param ports.stampOf changes with a file; see `FilePort.stamp`
 */
export function createLookAgain(ports: {
  inUse: () => readonly string[];
  generation: () => number;
  stampOf: ((path: string) => Promise<string>) | undefined;
  now: () => number;
}): LookAgain {
  const { stampOf } = ports;
  if (!stampOf) return { hasChanged: async () => false, note: async () => {} };
  let stamps = new Map<string, string>();
  let generation = -1;
  let last = Number.NEGATIVE_INFINITY;
  return {
    async hasChanged() {
      if (ports.now() - last < pause || generation !== ports.generation()) return false;
      last = ports.now();
      const seen = stamps;
      const each = await Promise.all([...seen].map(async ([path, before]) => (await stampOf(path)) !== before));
      // What was read anew meanwhile is noted anew.
      return each.includes(true) && seen === stamps;
    },
    async note() {
      if (generation !== ports.generation()) {
        generation = ports.generation();
        stamps = new Map();
      }
      const noted = stamps;
      await Promise.all(
        ports.inUse().map(async (path) => {
          if (!noted.has(path)) noted.set(path, await stampOf(path));
        }),
      );
    },
  };
}
