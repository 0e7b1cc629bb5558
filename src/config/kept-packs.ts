import type { loadPack, Matcher, Pack } from '../style/index.ts';

/** Packs read and compiled before, by content: a changed list of names does not read 50,000 terms anew. */
export interface KeptPacks {
  read: Turns<ReturnType<typeof loadPack>>;
  /** What each pack was read by in `read`: it is told from others without being written out. */
  keys: WeakMap<Pack, string>;
  compiled: Turns<Matcher | undefined>;
}

/** What was made in this turn or the one before; what two turns in a row do not ask for is forgotten. */
interface Turns<T> {
  has(key: string): boolean;
  take(key: string, make: () => T): T;
  turn(): void;
}

/** Keeps packs from one loader to the next; `createConfigLoader` begins a turn. */
export function keepPacks(): KeptPacks {
  return { read: keepTurns(), keys: new WeakMap(), compiled: keepTurns() };
}

function keepTurns<T>(): Turns<T> {
  let before = new Map<string, T>();
  let now = new Map<string, T>();
  return {
    has: (key) => now.has(key) || before.has(key),
    take(key, make) {
      const known = now.has(key) ? now : before;
      const value = known.has(key) ? (known.get(key) as T) : make();
      now.set(key, value);
      return value;
    },
    turn() {
      before = now;
      now = new Map();
    },
  };
}
