/** Settings of V8, by how much there is to read. They are the process's: its threads have them too. */
export interface Flags {
  /** For a run on an article. */
  forArticle(): void;
  /** For megabytes of copy. */
  forMuch(): void;
  /** For so much that the time of V8's last compiler is small beside it. */
  forArchive(): void;
  /** For articles that are opened, read and let go of in one process, or typed in. */
  forArticles(): void;
  /** For a server, which stays. */
  forServer(): void;
  /**
   * Sets all back for a while: V8 takes code that was kept, ours and Node's, only where its flags are those that it was
   * compiled under.
   *
   * @returns what ends the while; what is set in between holds from then on
   */
  setBack(): () => void;
}

/** The versions of V8 (Node 20 to 26) that are known to have these flags; another would complain on standard error. */
const known = { from: 11, to: 14 };
/** From here on V8 has a compiler between the quick one and the last. */
const middle = 12;

// Not `--no-regexp-tier-up`: set once Node runs, it meets patterns that are bytecode already, and V8 crashes now and then.

/** Opens V8's flags; they are the process's. Node's own module for them takes a while to load: that waits until one is set. */
export function openFlags(): Flags {
  const version = Number.parseInt(process.versions.v8, 10);
  /** Flags as they are to be, by what they are by themselves. */
  const wanted = new Map<string, string>();
  let whiles = 0;
  const tell = (flag: string) => {
    process.getBuiltinModule('node:v8').setFlagsFromString(flag);
  };
  const set = (flag: string, otherwise: string, from = known.from) => {
    if (version < from || version > known.to) return;
    wanted.set(otherwise, flag);
    if (whiles === 0) tell(flag);
  };
  // By itself V8 lets the heap become four times what is in use before it clears it: for whole folders that is a fifth more
  // memory, and no faster.
  const keepHeapSmall = () => set('--heap-growing-percent=50', '--heap-growing-percent=0');
  // By itself V8 makes bytecode of a pattern first, and machine code when it runs again, as nearly all of ours do. How many
  // runs are left to bytecode each pattern keeps from its making: those that are bytecode already stay what they are.
  const compilePatternsOnce = () => set('--regexp-tier-up-ticks=0', '--regexp-tier-up-ticks=1');
  return {
    forArticle() {
      compilePatternsOnce();
      // A run on an article ends before what V8's compilers of fast code make is worth its making: it takes a fifth less
      // processor time without them, and a sixth less memory.
      set('--no-turbofan', '--turbofan', middle);
      set('--no-maglev', '--maglev', middle);
      // By itself the room for what is young grows to thirty times its first megabyte: of a run on one article a sixth of
      // the memory, and no faster.
      set('--semi-space-growth-factor=1', '--semi-space-growth-factor=2');
      // What is young is little, and in a folder's run the other cores have articles of their own: who shares it out to
      // several threads to be cleared waits for them.
      set('--no-parallel-scavenge', '--parallel-scavenge');
    },
    forMuch() {
      // From a room that grows less is moved.
      set('--semi-space-growth-factor=2', '--semi-space-growth-factor=2');
      keepHeapSmall();
      // By itself V8 drops functions that a long run no longer calls, and code kept after a folder lacks those of the start:
      // the next run on one article took half as long again.
      set('--no-flush-bytecode', '--flush-bytecode');
      // The quicker of the compilers, and soon: most of a folder's time goes by before V8 by itself would ask for it.
      set('--maglev', '--maglev', middle);
      set('--invocation-count-for-maglev=150', '--invocation-count-for-maglev=400', middle);
    },
    // The last one's code is a fifth faster, but making it takes each thread the time of some megabytes of copy.
    forArchive: () => set('--turbofan', '--turbofan', middle),
    forArticles() {
      compilePatternsOnce();
      // All that is known of an article lives while it is read, and nothing of it after. By itself V8 concludes from the
      // first that it lasts and makes it where what lasts is, whence it holds on to more: reading articles took a sixth
      // longer, and the longest pauses between two letters typed half as long again.
      set('--no-allocation-site-pretenuring', '--allocation-site-pretenuring');
    },
    forServer: keepHeapSmall,
    setBack() {
      if (whiles++ === 0) for (const otherwise of wanted.keys()) tell(otherwise);
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        if (--whiles === 0) for (const flag of wanted.values()) tell(flag);
      };
    },
  };
}
