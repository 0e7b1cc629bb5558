import type { Lexicon } from '../lexicon/index.ts';
import type { Mention } from './cast.ts';
import type { NameForms, ReadForms } from './forms.ts';
import { familyOf, knownForms } from './forms.ts';
import { fatherOf, joinName } from './joined.ts';
import { isRoyal, turnName } from './register.ts';
import { leastLong, stemOf } from './similar.ts';
import { foldName, indexTeam } from './team.ts';
import { longName, sumLettersButOne, sumTrait, Trait } from './traits.ts';

/**
 * Which surnames of an article may have a say in each other's people: those that share a romanisation or are a slip
 * apart, a middle name and the surname like it, names of one row of the team's list. Links are only ever added, so that
 * an answer may be too wide after edits, never too narrow.
 */
export interface Kin {
  /** Takes note of a mention. */
  add(mention: Mention): void;
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
  const read = knownForms(lexicon);
  const team = lexicon.people.length > 0 ? indexTeam(lexicon) : undefined;
  const parents: number[] = [];
  const members: string[][] = [];
  const surnames = new Map<string, number>();
  // Of the surname of each node.
  const formsOf: NameForms[] = [];
  const holders = new Holders();
  const names = new Set<string>();
  let merged: number[] = [];

  const root = (node: number): number => {
    let at = node;
    while (parents[at] !== at) {
      const up = parents[at] ?? at;
      parents[at] = parents[up] ?? up;
      at = up;
    }
    return at;
  };
  const unite = (node: number, known: number) => {
    const [a, b] = [root(node), root(known)];
    if (a === b) return;
    const [from, to] = (members[a]?.length ?? 0) <= (members[b]?.length ?? 0) ? [a, b] : [b, a];
    parents[from] = to;
    members[to]?.push(...(members[from] ?? []));
    members[from] = [];
    merged.push(from);
  };
  const linkSurname = (node: number, forms: NameForms) => {
    forms.traits ??= traitsOf(forms, read);
    holders.enter(forms.traits, node, unite);
  };
  const nodeOf = (surname: string): number => {
    const known = surnames.get(surname);
    if (known !== undefined) return known;
    const node = parents.length;
    parents.push(node);
    members.push([surname]);
    surnames.set(surname, node);
    const forms = read(surname);
    formsOf.push(forms);
    linkSurname(node, forms);
    return node;
  };
  return {
    size: () => parents.length + holders.size,
    of: (surname) => root(nodeOf(surname)),
    now: root,
    members: (kin) => members[kin] ?? [],
    takeMerged() {
      const taken = merged;
      merged = [];
      return taken;
    },
    add(mention) {
      const { surname, given, particles, text } = mention;
      const node = nodeOf(surname);
      if ((given || particles) && !names.has(text)) {
        names.add(text);
        holders.enter(traitsOfName(mention, formsOf[node]?.plain ?? '', read, lexicon), node, unite);
      }
      if (given && isRoyal(mention, lexicon)) {
        const [first = ''] = given.split(/\s+/);
        if (first) linkSurname(node, read(first));
      }
      const row = team?.named(foldName(text, read));
      if (row) holders.enter([sumTrait(Trait.row, row.name)], node, unite);
    },
  };
}

/**
 * What a name of several words shares with those that part them otherwise or leave some out.
 *
 * @param bare the surname's plain letters
 */
function traitsOfName(mention: Mention, bare: string, read: ReadForms, lexicon: Lexicon): readonly number[] {
  const { given, surname, text } = mention;
  // As most names: a word, a space and a surname.
  const forms = given && given.length + 1 + surname.length === text.length ? read(given) : undefined;
  if (forms?.words.length === 1) return traitsOfTwo(mention, forms.plain, bare, lexicon);
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
function traitsOfTwo(mention: Mention, given: string, bare: string, lexicon: Lexicon): readonly number[] {
  const { surname, surnameSpan, name } = mention;
  const isFirst = surnameSpan.start === name.start;
  const traits = [isFirst ? sumTrait(Trait.name, bare, given) : sumTrait(Trait.name, given, bare)];
  if (!mention.given?.includes('.'))
    traits.push(given < bare ? sumTrait(Trait.name, given, ' ', bare) : sumTrait(Trait.name, bare, ' ', given));
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

  /** Enters a node under its traits; tells of each node that was entered under one before. */
  enter(traits: readonly number[], node: number, tell: (node: number, known: number) => void): void {
    if ((this.size + traits.length) * 4 >= this.#slots.length) this.#grow();
    const slots = this.#slots;
    // In one loop, without a call a trait.
    const mask = slots.length - 2;
    for (let i = 0; i < traits.length; i++) {
      const key = (traits[i] ?? 0) + 1;
      let at = (Math.imul(key, spread) >>> 7) & mask;
      while (slots[at] !== 0 && slots[at] !== key) at = (at + 2) & mask;
      if (slots[at] === 0) {
        slots[at] = key;
        slots[at + 1] = node + 1;
        this.size++;
      } else if (slots[at + 1] !== node + 1) tell(node, (slots[at + 1] ?? 0) - 1);
    }
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
