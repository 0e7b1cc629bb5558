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
  /** Puts entries of several blocks into an empty ledger: as `replace` one by one, in the order of their numbers. */
  fill(entered: readonly Entered<Entry>[]): void;
  /** The very list that a block has. */
  at(block: number): readonly Entry[];
  /** The entries of a key in the order of the text; empty for a key that has none. */
  of(key: Key): readonly Placed<Entry>[];
  keys(): Iterable<Key>;
  /** The entries of all keys, list by list. */
  lists(): Iterable<readonly Placed<Entry>[]>;
  /** The keys whose entries were replaced since the last call, each with what stood there at that call. */
  takeTouched(): ReadonlyMap<Key, readonly Placed<Entry>[]>;
  /** The same keys alone: to be read before the next entries come. */
  takeTouchedKeys(): Iterable<Key>;
}

/** What a block enters. */
export interface Entered<Entry> {
  readonly block: number;
  readonly facts: readonly Entry[];
}

/**
 * An empty ledger.
 *
 * @param least how many entries make a key: of those that have fewer nothing is told
 */
export function openLedger<Key, Entry extends object>(
  keyOf: (entry: Entry) => Key,
  least: 1 | 2 = 1,
): Ledger<Key, Entry> {
  return new BlockLedger(keyOf, least);
}

/** A class: an article that was not read before opens dozens. */
class BlockLedger<Key, Entry extends object> implements Ledger<Key, Entry> {
  readonly #keyOf: (entry: Entry) => Key;
  readonly #least: 1 | 2;
  // What filled the ledger is sorted by blocks when one of them is asked for, and what is alone by its keys.
  #filled: readonly Entered<Entry>[] = none;
  #blocks: Map<number, readonly Entry[]> | undefined;
  // The entries that are alone under their keys, where two make a key; older ones of keys that have lists.
  #alone: Map<Key, Placed<Entry>> | undefined;
  // Lists of touched keys are nobody else's yet and may change.
  readonly #lists = new Map<Key, Placed<Entry>[]>();
  // While nothing stood here at the last call all keys that there are were touched.
  #isTold = false;
  #touched: Map<Key, readonly Placed<Entry>[]> | undefined;

  constructor(keyOf: (entry: Entry) => Key, least: 1 | 2) {
    this.#keyOf = keyOf;
    this.#least = least;
  }

  // Loops by number, here and in what counts keys: V8 makes each step of `for … of` an object while the code is cold.
  fill(entered: readonly Entered<Entry>[]): void {
    this.#filled = entered;
    const times = this.#least === 2 ? countKeys(entered, this.#keyOf) : undefined;
    for (let i = 0; i < entered.length; i++) {
      const own = entered[i];
      if (!own) continue;
      const { block, facts } = own;
      for (let k = 0; k < facts.length; k++) {
        const entry = facts[k];
        if (!entry) continue;
        const key = this.#keyOf(entry);
        if (!times || !isAlone(key, times)) this.#enterFirst(key, placeEntry(entry, block));
      }
    }
  }

  replace(block: number, entries: readonly Entry[]): void {
    const blocks = this.#sort();
    const before = blocks.get(block);
    if ((before ?? none) === entries || (!before && entries.length === 0)) return;
    if (before) this.#take(block, before);
    if (entries.length > 0) blocks.set(block, entries);
    else blocks.delete(block);
    for (const entry of entries) this.#enter(block, entry);
  }

  at(block: number): readonly Entry[] {
    return this.#sort().get(block) ?? none;
  }

  of(key: Key): readonly Placed<Entry>[] {
    const list = this.#lists.get(key);
    return list && list.length >= this.#least ? list : none;
  }

  keys(): Iterable<Key> {
    return this.#lists.keys();
  }

  lists(): Iterable<readonly Placed<Entry>[]> {
    return this.#lists.values();
  }

  takeTouched(): ReadonlyMap<Key, readonly Placed<Entry>[]> {
    const taken = this.#touched;
    const wasTold = this.#isTold;
    const keys = this.takeTouchedKeys();
    if (taken) return taken;
    const all = new Map<Key, readonly Placed<Entry>[]>();
    if (!wasTold) for (const key of keys) all.set(key, none);
    return all;
  }

  takeTouchedKeys(): Iterable<Key> {
    const taken = this.#isTold ? (this.#touched?.keys() ?? none) : this.#lists.keys();
    if (this.#touched) for (const key of this.#touched.keys()) this.#dropShort(key);
    this.#touched = undefined;
    this.#isTold = this.#lists.size > 0;
    return taken;
  }

  #sort(): Map<number, readonly Entry[]> {
    this.#blocks ??= new Map();
    for (const { block, facts } of this.#filled) {
      this.#blocks.set(block, facts);
      if (this.#least === 1) continue;
      for (const entry of facts) {
        const key = this.#keyOf(entry);
        if (!this.#lists.has(key)) this.#setAlone(key, placeEntry(entry, block));
      }
    }
    this.#filled = none;
    return this.#blocks;
  }

  #setAlone(key: Key, entry: Placed<Entry>): void {
    this.#alone ??= new Map();
    this.#alone.set(key, entry);
  }

  #take(block: number, entries: readonly Entry[]): void {
    for (const entry of entries) {
      const key = this.#keyOf(entry);
      const there = this.#lists.get(key);
      if (!there) {
        if (this.#alone?.get(key)?.block === block) this.#alone.delete(key);
        continue;
      }
      const list = this.#touch(key, there);
      const from = placeOf(list, block);
      let to = from;
      while (list[to]?.block === block) to++;
      if (to > from) list.splice(from, to - from);
      if (!this.#isTold) this.#dropShort(key);
    }
  }

  /** Leaves no list of a key that has too few entries. */
  #dropShort(key: Key): void {
    const list = this.#lists.get(key);
    if (!list || list.length >= this.#least) return;
    this.#lists.delete(key);
    const [left] = list;
    if (left) this.#setAlone(key, left);
    else this.#alone?.delete(key);
  }

  /** Enters what stands behind all that was entered, before anything was told. */
  #enterFirst(key: Key, placed: Placed<Entry>): void {
    const there = this.#lists.get(key);
    if (there) {
      there.push(placed);
      return;
    }
    const other = this.#least === 2 ? this.#alone?.get(key) : undefined;
    // Most keys have one entry: a list that is pushed to keeps room for sixteen more.
    if (this.#least === 1) this.#lists.set(key, [placed]);
    else if (other) this.#lists.set(key, [other, placed]);
    else this.#setAlone(key, placed);
  }

  #enter(block: number, entry: Entry): void {
    const key = this.#keyOf(entry);
    const placed = placeEntry(entry, block);
    const there = this.#lists.get(key);
    if (!there || there.length === 0) {
      const other = !there && this.#least === 2 ? this.#alone?.get(key) : undefined;
      if (!there && this.#least === 2 && !other) {
        this.#setAlone(key, placed);
        return;
      }
      if (this.#isTold && !this.#touched?.has(key)) this.#setTouched(key, none);
      this.#lists.set(key, other ? (other.block <= block ? [other, placed] : [placed, other]) : [placed]);
      return;
    }
    const list = this.#touch(key, there);
    if ((list.at(-1)?.block ?? -1) <= block) list.push(placed);
    else list.splice(placeOf(list, block + 1), 0, placed);
  }

  #setTouched(key: Key, before: readonly Placed<Entry>[]): void {
    this.#touched ??= new Map();
    this.#touched.set(key, before);
  }

  /** The list of a key as one that may change. */
  #touch(key: Key, there = this.#lists.get(key) ?? []): Placed<Entry>[] {
    if (!this.#isTold || this.#touched?.has(key)) return there;
    this.#setTouched(key, there);
    const own = there.slice();
    this.#lists.set(key, own);
    return own;
  }
}

const none: readonly never[] = [];

/**
 * Counts keys that are numbers, once or more than once, in fewer places than there are numbers: those that are alone are not
 * entered before anything changes. A few that are alone pass for shared.
 */
function countKeys<Key, Entry>(entered: readonly Entered<Entry>[], keyOf: (entry: Entry) => Key): Uint8Array {
  let count = 0;
  for (let i = 0; i < entered.length; i++) count += entered[i]?.facts.length ?? 0;
  // Four to eight places a key.
  const times = new Uint8Array(2 ** Math.min(34 - Math.clz32(count), 28));
  for (let i = 0; i < entered.length; i++) {
    const facts = entered[i]?.facts ?? none;
    for (let k = 0; k < facts.length; k++) {
      const entry = facts[k];
      const key = entry && keyOf(entry);
      if (typeof key !== 'number') continue;
      const place = placeIn(times, key);
      times[place] = times[place] === 0 ? 1 : 2;
    }
  }
  return times;
}

/** Whether no other entry has a key; keys that are no numbers all pass for shared. */
const isAlone = (key: unknown, times: Uint8Array): boolean =>
  typeof key === 'number' && times[placeIn(times, key)] === 1;

const placeIn = ({ length }: Uint8Array, key: number): number => Math.imul(key, factor) >>> (Math.clz32(length) + 1);

// Spreads keys that lie close: the golden ratio of 32 bits.
const factor = 0x9e3779b1;

/**
 * An entry with the number of its block. It is written on the entry itself where it has none yet; an entry of a block that
 * stands elsewhere now is another.
 */
export function placeEntry<Entry extends object>(entry: Entry, block: number): Placed<Entry> {
  const placed = entry as Entry & { block?: number };
  placed.block ??= block;
  return placed.block === block ? (placed as Placed<Entry>) : { ...entry, block };
}

/** The place of the first entry that stands in a block or behind it. */
function placeOf(list: readonly { readonly block: number }[], block: number): number {
  return firstIndex(list.length, (i) => (list[i]?.block ?? 0) >= block);
}
