import { firstIndex } from '../text/index.ts';

/** An entry and the number of the block that it is from. */
export type Placed<Entry> = Entry & { readonly block: number };

/**
 * What the blocks of an article enter under keys: mentions under surnames, spellings of a place under the place. This is
 * what makes a keystroke cost what it changed: the entries of one block are replaced, and whoever weighs the entries of
 * a key is asked again only for the keys that were touched.
 *
 * Lists that were handed out never change; a key that was touched has another list.
 */
export interface Ledger<Key, Entry extends object> {
  /** Puts a block's entries in the place of those that it had; the very list that it had changes nothing. Blocks stand in the order of their numbers. */
  replace(block: number, entries: readonly Entry[]): void;
  /** The entries of a key in the order of the text; empty for a key that has none. */
  of(key: Key): readonly Placed<Entry>[];
  keys(): Iterable<Key>;
  /** The keys whose entries were replaced since the last call, each with what stood there at that call. */
  takeTouched(): ReadonlyMap<Key, readonly Placed<Entry>[]>;
}

/** An empty ledger. */
export function openLedger<Key, Entry extends object>(keyOf: (entry: Entry) => Key): Ledger<Key, Entry> {
  const blocks = new Map<number, readonly Entry[]>();
  // Lists of touched keys are nobody else's yet and may change.
  const lists = new Map<Key, Placed<Entry>[]>();
  let touched = new Map<Key, readonly Placed<Entry>[]>();
  const touch = (key: Key): Placed<Entry>[] => {
    const there = lists.get(key) ?? [];
    if (touched.has(key)) return there;
    touched.set(key, there);
    const own = there.slice();
    lists.set(key, own);
    return own;
  };
  const take = (block: number) => {
    for (const entry of blocks.get(block) ?? none) {
      const list = touch(keyOf(entry));
      const from = placeOf(list, block);
      const to = placeOf(list, block + 1);
      if (to > from) list.splice(from, to - from);
    }
  };
  const enter = (block: number, entries: readonly Entry[]) => {
    for (const entry of entries) {
      const key = keyOf(entry);
      const placed = place(entry, block);
      // Most keys have one entry: a list that is pushed to keeps room for sixteen more.
      if (!lists.get(key)?.length) {
        if (!touched.has(key)) touched.set(key, none);
        lists.set(key, [placed]);
        continue;
      }
      const list = touch(key);
      if ((list.at(-1)?.block ?? -1) <= block) list.push(placed);
      else list.splice(placeOf(list, block + 1), 0, placed);
    }
  };
  return {
    replace(block, entries) {
      if ((blocks.get(block) ?? none) === entries) return;
      take(block);
      if (entries.length > 0) blocks.set(block, entries);
      else blocks.delete(block);
      enter(block, entries);
    },
    of: (key) => lists.get(key) ?? none,
    keys: () => lists.keys(),
    takeTouched() {
      const taken = touched;
      touched = new Map();
      for (const key of taken.keys()) if (lists.get(key)?.length === 0) lists.delete(key);
      return taken;
    },
  };
}

const none: readonly never[] = [];

/**
 * An entry with the number of its block. It is written on the entry itself where it has none yet; an entry of a block that
 * stands elsewhere now is another.
 */
function place<Entry extends object>(entry: Entry, block: number): Placed<Entry> {
  const placed = entry as Entry & { block?: number };
  placed.block ??= block;
  return placed.block === block ? (placed as Placed<Entry>) : { ...entry, block };
}

/** The place of the first entry that stands in a block or behind it. */
function placeOf(list: readonly { readonly block: number }[], block: number): number {
  return firstIndex(list.length, (i) => (list[i]?.block ?? 0) >= block);
}
