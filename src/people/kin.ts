import type { Lexicon } from '../lexicon/index.ts';
import type { Mention } from './cast.ts';
import type { NameForms, ReadForms } from './forms.ts';
import { familyOf, knownForms } from './forms.ts';
import { fatherOf, joinName } from './joined.ts';
import { isRoyal, turnName } from './register.ts';
import { leastLong, stemOf } from './similar.ts';
import type { TeamIndex } from './team.ts';
import { foldName, indexTeam } from './team.ts';
import { longName, sumLettersButOne, sumNames, sumTrait, Trait } from './traits.ts';

/**
 * Which surnames of an article may have a say in each other's people: those that share a romanisation or are a slip
 * apart, a middle name and the surname like it, names of one row of the team's list. Links are only ever added, so that
 * an answer may be too wide after edits, never too narrow.
 */
export interface Kin {
  /** Takes note of mentions of one surname. */
  add(surname: string, mentions: readonly Mention[]): void;
  /** True while each surname is a kin of its own. */
  areApart(): boolean;
  /** The number of a surname's kin; mentions of different kin never meet in one person. Numbers change as kin meet. */
  of(surname: string): number;
  /** The surnames of a kin. */
  members(kin: number): readonly string[];
  /** The kin that were taken into another since the last call. */
  takeMerged(): readonly number[];
  /** The kin that one has become. */
  now(kin: number): number;
  /** How many names and traits it keeps. */
  size(): number;
}

/** Nobody's kin yet. */
export function openKin(lexicon: Lexicon): Kin {
  return new KinOfNames(lexicon);
}

class KinOfNames implements Kin {
  readonly #lexicon: Lexicon;
  readonly #read: ReadForms;
  readonly #team: TeamIndex | undefined;
  readonly #nodes = new Map<string, number>();
  readonly #parents: number[] = [];
  // Of the surname of each node.
  readonly #forms: NameForms[] = [];
  /** Of those who took others in. */
  readonly #members = new Map<number, string[]>();
  readonly #holders = new Holders();
  readonly #names = new Set<string>();
  #merged: number[] = [];

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#read = knownForms(lexicon);
    this.#team = lexicon.people.length > 0 ? indexTeam(lexicon) : undefined;
  }

  size(): number {
    return this.#parents.length + this.#holders.size;
  }

  areApart(): boolean {
    return this.#members.size === 0;
  }

  of(surname: string): number {
    return this.now(this.#nodeOf(surname));
  }

  now(kin: number): number {
    const parents = this.#parents;
    let at = kin;
    while (parents[at] !== at) {
      const up = parents[at] ?? at;
      parents[at] = parents[up] ?? up;
      at = up;
    }
    return at;
  }

  members(kin: number): readonly string[] {
    const forms = this.#forms[kin];
    return this.#members.get(kin) ?? (forms && this.#parents[kin] === kin ? [forms.name] : none);
  }

  takeMerged(): readonly number[] {
    const taken = this.#merged;
    if (taken.length > 0) this.#merged = [];
    return taken;
  }

  add(surname: string, mentions: readonly Mention[]): void {
    const node = this.#nodeOf(surname);
    for (const mention of mentions) {
      const { given, particles, text } = mention;
      if ((given || particles) && !this.#names.has(text)) {
        this.#names.add(text);
        this.#enter(traitsOfName(mention, this.#forms[node] ?? this.#read(surname), this.#read, this.#lexicon), node);
      }
      if (given && (mention.honorific || mention.offices.length > 0) && isRoyal(mention, this.#lexicon)) {
        const [first = ''] = given.split(/\s+/);
        if (first) this.#linkSurname(node, this.#read(first));
      }
      if (!this.#team) continue;
      const row = this.#team.named(foldName(text, this.#read));
      if (row) this.#enter([sumTrait(Trait.row, row.name)], node);
    }
  }

  #nodeOf(surname: string): number {
    const known = this.#nodes.get(surname);
    if (known !== undefined) return known;
    const node = this.#parents.length;
    const forms = this.#read(surname);
    this.#parents.push(node);
    this.#forms.push(forms);
    this.#nodes.set(surname, node);
    this.#linkSurname(node, forms);
    return node;
  }

  #linkSurname(node: number, forms: NameForms): void {
    forms.traits ??= traitsOf(forms, this.#read);
    this.#enter(forms.traits, node);
  }

  /** Enters a node under its traits; makes it kin of each that was entered under one before. */
  #enter(traits: readonly number[], node: number): void {
    const met = this.#holders.enter(traits, node);
    if (met) for (const known of met) this.#unite(node, known);
  }

  #unite(node: number, known: number): void {
    const [a, b] = [this.now(node), this.now(known)];
    if (a === b) return;
    const [from, to] = this.members(a).length <= this.members(b).length ? [a, b] : [b, a];
    const all = this.#members.get(to) ?? [...this.members(to)];
    for (const surname of this.members(from)) all.push(surname);
    this.#members.set(to, all);
    this.#members.delete(from);
    this.#parents[from] = to;
    this.#merged.push(from);
  }
}

const none: readonly string[] = [];

/**
 * What a name of several words shares with those that part them otherwise or leave some out.
 *
 * @param bare the surname's forms
 */
function traitsOfName(mention: Mention, bare: NameForms, read: ReadForms, lexicon: Lexicon): readonly number[] {
  const { given, surname, text } = mention;
  // As most names: a word, a space and a surname.
  const forms = given && given.length + 1 + surname.length === text.length ? read(given) : undefined;
  if (forms?.words.length === 1) return traitsOfTwo(mention, forms, bare, lexicon);
  const { whole, tail } = joinName(mention, read);
  const traits = [sumTrait(Trait.name, whole)];
  if (tail && tail !== whole) traits.push(sumTrait(Trait.name, tail));
  if (given?.includes(' '))
    for (const word of read(given).words.slice(1)) traits.push(sumTrait(Trait.name, read(word).plain));
  const turned = turnName(mention, read);
  if (turned) traits.push(sumTrait(Trait.name, turned));
  const family = familyOf(surname, lexicon);
  if (family) traits.push(sumTrait(Trait.family, family));
  const father = fatherOf(mention, read);
  if (father) traits.push(sumTrait(Trait.father, father.key));
  return traits;
}

/** The same of a name that is a given name of one word and a surname, both by their plain letters. */
function traitsOfTwo(mention: Mention, given: NameForms, bare: NameForms, lexicon: Lexicon): readonly number[] {
  const { surname, surnameSpan, name } = mention;
  const isFirst = surnameSpan.start === name.start;
  const traits = [isFirst ? sumNames(Trait.name, bare, given, false) : sumNames(Trait.name, given, bare, false)];
  if (!mention.given?.includes('.'))
    traits.push(
      given.plain < bare.plain ? sumNames(Trait.name, given, bare, true) : sumNames(Trait.name, bare, given, true),
    );
  const family = familyOf(surname, lexicon);
  if (family) traits.push(sumTrait(Trait.family, family));
  return traits;
}

/** What a surname shares with those that may be its own in another spelling. */
function traitsOf({ name: surname, plain, keys, bones }: NameForms, read: ReadForms): readonly number[] {
  const traits = [sumTrait(Trait.name, plain)];
  if (plain.length > 5) traits.push(sumTrait(Trait.bones, bones));
  if (plain.length >= leastLong) traits.push(sumTrait(Trait.stem, plain.slice(0, leastLong - 2)));
  if (surname.includes('-'))
    for (const half of surname.split('-')) if (half.length > 2) traits.push(sumTrait(Trait.stem, read(half).plain));
  const stem = stemOf(plain);
  if (stem) traits.push(sumTrait(Trait.stem, stem));
  for (const key of keys) traits.push(sumTrait(Trait.key, key));
  // Longer ones are no names; all of one initial are kin.
  if (plain.length >= longName) traits.push(sumTrait(Trait.letters, plain.charAt(0)));
  // Two words that are a slip apart are alike once a letter is left out of one of them or both; of two words with nine
  // letters together one may have four (`isSlip`).
  if (plain.length >= 4 && plain.length <= longName) {
    traits.push(sumTrait(Trait.letters, plain));
    sumLettersButOne(plain, traits);
  }
  return traits;
}

/** Which name was the first with a trait: a table of open addressing, for a story has a thousand traits. */
class Holders {
  size = 0;
  // Trait and node at even places and behind them, each one more than it is: 0 is free.
  #slots = new Int32Array(2048);

  /** Enters a node under traits; gives others that are the first with one of them, if any. */
  enter(traits: readonly number[], node: number): number[] | undefined {
    if ((this.size + traits.length) * 4 >= this.#slots.length) this.#grow();
    const slots = this.#slots;
    const mask = slots.length - 2;
    let met: number[] | undefined;
    let added = 0;
    // In one loop without a call: an article enters a few hundred, as a rule before V8 has made this fast.
    for (let i = 0; i < traits.length; i++) {
      const key = (traits[i] ?? 0) + 1;
      let at = (Math.imul(key, spread) >>> 7) & mask;
      let there = slots[at];
      while (there !== 0 && there !== key) {
        at = (at + 2) & mask;
        there = slots[at];
      }
      if (there === 0) {
        slots[at] = key;
        slots[at + 1] = node + 1;
        added++;
      } else if (slots[at + 1] !== node + 1) {
        met ??= [];
        met.push((slots[at + 1] ?? 0) - 1);
      }
    }
    this.size += added;
    return met;
  }

  #grow(): void {
    const before = this.#slots;
    const slots = new Int32Array(before.length * 4);
    const mask = slots.length - 2;
    for (let i = 0; i < before.length; i += 2) {
      const key = before[i] ?? 0;
      if (key === 0) continue;
      let at = (Math.imul(key, spread) >>> 7) & mask;
      while (slots[at] !== 0) at = (at + 2) & mask;
      slots[at] = key;
      slots[at + 1] = before[i + 1] ?? 0;
    }
    this.#slots = slots;
  }
}

const spread = 0x9e3779b1;
