import type { Lexicon } from '../lexicon/index.ts';
import type { Mention } from './cast.ts';
import type { ReadForms } from './forms.ts';
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
  const traits = new Map<number, number>();
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
  const link = (node: number, trait: number) => {
    const known = traits.get(trait);
    if (known === undefined) {
      traits.set(trait, root(node));
      return;
    }
    const [a, b] = [root(node), root(known)];
    if (a === b) return;
    const [from, to] = (members[a]?.length ?? 0) <= (members[b]?.length ?? 0) ? [a, b] : [b, a];
    parents[from] = to;
    members[to]?.push(...(members[from] ?? []));
    members[from] = [];
    merged.push(from);
  };
  const nodeOf = (surname: string): number => {
    const known = surnames.get(surname);
    if (known !== undefined) return known;
    const node = parents.length;
    parents.push(node);
    members.push([surname]);
    surnames.set(surname, node);
    linkSurname(surname, read, (trait) => link(node, trait));
    return node;
  };
  return {
    size: () => parents.length + traits.size,
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
        if (given?.includes(' '))
          for (const word of given.split(/\s+/).slice(1)) link(node, sumTrait(Trait.name, read(word).plain));
        const { whole, tail } = joinName(mention, read);
        link(node, sumTrait(Trait.name, whole));
        if (tail) link(node, sumTrait(Trait.name, tail));
        const turned = turnName(mention, read);
        if (turned) link(node, sumTrait(Trait.name, turned));
        const family = familyOf(surname, lexicon);
        if (family) link(node, sumTrait(Trait.family, family));
        const father = fatherOf(mention, read);
        if (father) link(node, sumTrait(Trait.father, father.key));
      }
      if (given && isRoyal(mention, lexicon)) {
        const [first = ''] = given.split(/\s+/);
        if (first) linkSurname(first, read, (trait) => link(node, trait));
      }
      const row = team?.named(foldName(text, read));
      if (row) link(node, sumTrait(Trait.row, row.name));
    },
  };
}

/** Links a surname to what it shares with those that may be its own in another spelling. */
function linkSurname(surname: string, read: ReadForms, link: (trait: number) => void): void {
  const { plain, keys, bones } = read(surname);
  link(sumTrait(Trait.name, plain));
  if (plain.length > 5) link(sumTrait(Trait.bones, bones));
  if (plain.length >= leastLong) link(sumTrait(Trait.stem, plain.slice(0, leastLong - 2)));
  if (surname.includes('-'))
    for (const half of surname.split('-')) if (half.length > 2) link(sumTrait(Trait.stem, read(half).plain));
  const stem = stemOf(plain);
  if (stem) link(sumTrait(Trait.stem, stem));
  for (const key of keys) link(sumTrait(Trait.key, key));
  // Longer ones are no names; all of one initial are kin.
  if (plain.length >= longName) link(sumTrait(Trait.letters, plain.charAt(0)));
  // Two words that are a slip apart are alike once a letter is left out of one of them or both; of two words with nine
  // letters together one may have four (`isSlip`).
  if (plain.length < 4 || plain.length > longName) return;
  link(sumTrait(Trait.letters, plain));
  sumLettersButOne(plain, link);
}
