import type { Entered, Ledger } from '../article/index.ts';
import { openLedger } from '../article/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Steps } from '../text/index.ts';
import { finish, firstIndex, Pace } from '../text/index.ts';
import type { Cast, Circle, Mention, Person, PlacedMention } from './cast.ts';
import type { Kin } from './kin.ts';
import { openKin } from './kin.ts';
import { orderMentions, orderPeople } from './order.ts';
import { readAlike } from './read-alike.ts';
import { mentionsAtOnce, resolveInSteps, resolvePlaced } from './resolve.ts';

/** The people of an article at one time. */
export interface People {
  /** Circles and people that were not touched are the same objects as in the reading before. */
  readonly circles: ReadonlySet<Circle>;
  /** All of them, put in order at the first question. */
  readonly cast: Cast;
  /** The `TitleMark` bits of all of them together. */
  readonly titles: number;
  /** The words of their names, in small letters; the same object for as long as these are the same. */
  readonly names: ReadonlySet<string>;
}

/** Who is who in an article, at the cost of what changes in it. */
export interface CastLedger {
  /** Puts a block's mentions in the place of those that it had; the very list that it had changes nothing. */
  replace(block: number, mentions: readonly Mention[]): void;
  read(): People;
  /** The same, stopping often where many are read. A ledger that was left at a stop is of no use any more. */
  readInSteps(): Steps<People>;
}

/** Names and traits that typing may leave behind before it is worth to begin anew. */
const spare = 20_000;

const lost = /[?\ufffd]/;

/** The key of the one circle where a lost letter makes a name anybody's. */
const everybody = -1;

/** Opens the cast of an article that names nobody yet. */
export function openCast(lexicon: Lexicon): CastLedger {
  return new PeopleLedger(lexicon);
}

class PeopleLedger implements CastLedger {
  readonly #lexicon: Lexicon;
  readonly #ledger: Ledger<string, Mention>;
  // What is entered before the first reading, as long as the blocks come in their order.
  #first: Entered<Mention>[] | undefined = [];
  readonly #damaged = new Set<string>();
  // Surnames whose mentions say something new; others only moved within their paragraphs.
  readonly #news = new Set<string>();
  #replaced = noBlocks;
  readonly #circles = new Map<number, Circle>();
  #kin: Kin;
  #most = spare;
  #people: People | undefined;
  #names: ReadonlySet<string> = new Set();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#ledger = openLedger(({ surname }: Mention) => surname);
    this.#kin = openKin(lexicon);
  }

  replace(block: number, mentions: readonly Mention[]): void {
    if (this.#first) {
      if (block > (this.#first.at(-1)?.block ?? -1)) {
        if (mentions.length > 0) this.#first.push({ block, facts: mentions });
        return;
      }
      this.#enterFirst();
    }
    const before = this.#ledger.at(block);
    if (before === mentions) return;
    this.#ledger.replace(block, mentions);
    const { first, last } = this.#replaced;
    this.#replaced = { first: Math.min(first, block), last: Math.max(last, block) };
    if (before.length > 0 && readAlike(before, mentions)) return;
    for (const mention of mentions) this.#kin.add(mention.surname, [mention]);
    for (const { surname } of before) this.#news.add(surname);
    for (const { surname } of mentions) this.#news.add(surname);
  }

  read(): People {
    return finish(this.readInSteps());
  }

  *readInSteps(): Steps<People> {
    this.#enterFirst();
    yield;
    // Of a first reading all is touched.
    const touched = this.#people && this.#ledger.takeTouched();
    const blocks = this.#replaced;
    this.#replaced = noBlocks;
    if (this.#people && touched?.size === 0) return this.#people;
    for (const surname of touched?.keys() ?? this.#ledger.takeTouchedKeys()) {
      if (!lost.test(surname)) continue;
      if (this.#ledger.of(surname).length > 0) this.#damaged.add(surname);
      else this.#damaged.delete(surname);
    }
    const isFull = this.#kin.size() > this.#most;
    if (isFull) this.#beginKin();
    const merged = this.#kin.takeMerged();
    if (!touched || isFull || this.#damaged.size > 0 || this.#circles.has(everybody)) yield* this.#resolveAll();
    else {
      const anew = this.#resolveNews(merged);
      const others = [...touched].filter(([surname]) => !anew.has(this.#kin.of(surname)));
      for (const [key, pairs] of pairMoved(others, (surname) => this.#ledger.of(surname), this.#kin, blocks)) {
        const circle = this.#circles.get(key);
        if (circle) this.#circles.set(key, moveCircle(circle, pairs));
      }
    }
    this.#news.clear();
    this.#people = new PeopleNow(new Set(this.#circles.values()), (words) => this.#keepNames(words));
    return this.#people;
  }

  /** Enters what came before the first reading. */
  #enterFirst(): void {
    if (!this.#first) return;
    this.#ledger.fill(this.#first);
    this.#first = undefined;
    this.#addKin();
  }

  #addKin(): void {
    for (const mentions of this.#ledger.lists()) this.#kin.add(mentions[0]?.surname ?? '', mentions);
  }

  #beginKin(): void {
    this.#kin = openKin(this.#lexicon);
    this.#addKin();
    this.#most = 2 * this.#kin.size() + spare;
  }

  #gather(surnames: readonly string[]): readonly PlacedMention[] {
    const [only = ''] = surnames;
    // Those of one surname stand in the order of the text.
    return surnames.length === 1
      ? this.#ledger.of(only)
      : surnames.flatMap((surname) => this.#ledger.of(surname)).sort(orderMentions);
  }

  #resolve(key: number, mentions: readonly PlacedMention[], known: KnownPeople): void {
    if (mentions.length === 0) this.#circles.delete(key);
    else this.#circles.set(key, keepPeople(resolvePlaced(mentions, this.#lexicon), known));
  }

  *#resolveInSteps(key: number, mentions: readonly PlacedMention[], known: KnownPeople): Steps<void> {
    this.#circles.set(key, keepPeople(yield* resolveInSteps(mentions, this.#lexicon), known));
  }

  *#resolveAll(): Steps<void> {
    const known = knowPeople(this.#circles.values());
    this.#circles.clear();
    if (this.#damaged.size > 0) {
      const all = this.#gather([...this.#ledger.keys()]);
      yield;
      yield* this.#resolveInSteps(everybody, all, known);
      return;
    }
    const pace = new Pace(mentionsAtOnce);
    const areApart = this.#kin.areApart();
    for (const own of this.#ledger.lists()) {
      const key = this.#kin.of(own[0]?.surname ?? '');
      // As in most stories: nobody's name is like another's.
      if (!areApart && this.#circles.has(key)) continue;
      const surnames = areApart ? none : this.#kin.members(key);
      const mentions = surnames.length > 1 ? this.#gather(surnames) : own;
      if (mentions.length > mentionsAtOnce) yield* this.#resolveInSteps(key, mentions, known);
      else this.#resolve(key, mentions, known);
      if (pace.isDue(mentions.length)) yield;
    }
  }

  /** Resolves the kin anew that have news or took others in. */
  #resolveNews(merged: readonly number[]): ReadonlySet<number> {
    const kin = this.#kin;
    const anew = new Set(merged.map((key) => kin.now(key)));
    for (const surname of this.#news) anew.add(kin.of(surname));
    const known = knowPeople([...merged, ...anew].flatMap((key) => this.#circles.get(key) ?? []));
    for (const key of merged) this.#circles.delete(key);
    for (const key of anew) this.#resolve(key, this.#gather(kin.members(key)), known);
    return anew;
  }

  #keepNames(words: ReadonlySet<string>): ReadonlySet<string> {
    const names = this.#names;
    if (names.size !== words.size || ![...words].every((word) => names.has(word))) this.#names = words;
    return this.#names;
  }
}

const none: readonly never[] = [];

/** A class: V8 lays out an object with getters of its own anew each time, and the layout holds on to the article. */
class PeopleNow implements People {
  readonly circles: ReadonlySet<Circle>;
  readonly #keepNames: (words: ReadonlySet<string>) => ReadonlySet<string>;
  #cast: Cast | undefined;
  #names: ReadonlySet<string> | undefined;
  #titles: number | undefined;

  /** @param keepNames gives the set of the reading before where it has the same words */
  constructor(circles: ReadonlySet<Circle>, keepNames: (words: ReadonlySet<string>) => ReadonlySet<string>) {
    this.circles = circles;
    this.#keepNames = keepNames;
  }

  get cast(): Cast {
    this.#cast ??= orderCast(this.circles);
    return this.#cast;
  }

  get titles(): number {
    this.#titles ??= marksOf(this.circles);
    return this.#titles;
  }

  get names(): ReadonlySet<string> {
    this.#names ??= this.#keepNames(wordsOfNames(this.circles));
    return this.#names;
  }
}

/** Numbers of blocks, from the first to the last. */
interface Blocks {
  readonly first: number;
  readonly last: number;
}

const noBlocks: Blocks = { first: Number.POSITIVE_INFINITY, last: -1 };

/** The mentions that stand in the place of others, by those, and the blocks that these stand among. */
interface Pairs extends Blocks {
  readonly now: Map<PlacedMention, PlacedMention>;
}

/**
 * The mentions of each kin that were replaced, each with the one that stands in its place.
 *
 * @param blocks those that were replaced are among these
 */
function pairMoved(
  touched: Iterable<readonly [string, readonly PlacedMention[]]>,
  now: (surname: string) => readonly PlacedMention[],
  kin: Kin,
  blocks: Blocks,
): ReadonlyMap<number, Pairs> {
  const moved = new Map<number, Pairs>();
  for (const [surname, before] of touched) {
    const after = now(surname);
    const key = kin.of(surname);
    const pairs = moved.get(key) ?? { ...blocks, now: new Map() };
    for (let i = firstOf(before, blocks); i < before.length; i++) {
      const [mention, there] = [before[i], after[i]];
      if (!mention || !there || mention.block > blocks.last) break;
      if (mention !== there) pairs.now.set(mention, there);
    }
    moved.set(key, pairs);
  }
  return moved;
}

/** The place of the first mention in some blocks or behind them. */
const firstOf = (mentions: readonly PlacedMention[], { first }: Blocks): number =>
  firstIndex(mentions.length, (at) => (mentions[at]?.block ?? 0) >= first);

function moveCircle({ people, loose, words, shared }: Circle, pairs: Pairs): Circle {
  return {
    people: people.map((person) => {
      const mentions = moveMentions(person.mentions, pairs);
      return mentions === person.mentions ? person : { ...person, mentions };
    }),
    loose: moveMentions(loose, pairs),
    words,
    shared,
  };
}

/** Mentions stand in the order of the text: only those of the blocks in question are looked at. */
function moveMentions(mentions: readonly PlacedMention[], pairs: Pairs): readonly PlacedMention[] {
  let own: PlacedMention[] | undefined;
  for (let i = firstOf(mentions, pairs); i < mentions.length; i++) {
    const mention = mentions[i];
    if (!mention || mention.block > pairs.last) break;
    const there = pairs.now.get(mention);
    if (!there) continue;
    own ??= mentions.slice();
    own[i] = there;
  }
  return own ?? mentions;
}

/** People by their first mentions. */
type KnownPeople = ReadonlyMap<PlacedMention | undefined, Person>;

function knowPeople(circles: Iterable<Circle>): KnownPeople {
  const known = new Map<PlacedMention | undefined, Person>();
  for (const { people } of circles) for (const person of people) known.set(person.mentions[0], person);
  return known;
}

/** A circle in which people of the same mentions are the objects that they were: who they are follows from the mentions. */
function keepPeople({ people, loose }: Cast, known: KnownPeople): Circle {
  if (known.size === 0 || people.length === 0) return { people, loose, words: undefined, shared: undefined };
  return {
    people: people.map((person) => {
      const before = known.get(person.mentions[0]);
      return before && isSamePerson(before, person) ? before : person;
    }),
    loose,
    words: undefined,
    shared: undefined,
  };
}

function isSamePerson(a: Person, b: Person): boolean {
  return (
    a.name === b.name &&
    a.given === b.given &&
    a.surname === b.surname &&
    a.mentions.length === b.mentions.length &&
    a.mentions.every((mention, i) => mention === b.mentions[i])
  );
}

function orderCast(circles: ReadonlySet<Circle>): Cast {
  const all = [...circles];
  return {
    people: all.flatMap(({ people }) => people).sort(orderPeople),
    loose: all.flatMap(({ loose }) => loose).sort(orderMentions),
  };
}

function marksOf(circles: ReadonlySet<Circle>): number {
  let marks = 0;
  for (const { people } of circles) for (const { titles } of people) marks |= titles;
  return marks;
}

function wordsOfNames(circles: ReadonlySet<Circle>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const circle of circles) {
    if (circle.people.length === 0) continue;
    circle.words ??= splitNames(circle.people);
    for (const word of circle.words) words.add(word);
  }
  return words;
}

function splitNames(people: readonly Person[]): readonly string[] {
  const words: string[] = [];
  for (const { name } of people) {
    const lower = name.toLowerCase();
    for (const word of unusual.test(lower) ? lower.split(/[\s-]+/) : lower.split(' ')) words.push(word);
  }
  return words;
}

// What stands between the words of few names.
const unusual = /[^\S ]|-| {2}/;
