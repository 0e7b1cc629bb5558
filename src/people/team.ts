import type { Lexicon, TeamPerson } from '../lexicon/index.ts';
import type { ReadForms } from './forms.ts';
import { knownForms, openKeys } from './forms.ts';
import { compareNames, isSlip } from './similar.ts';
import { stripName } from './transliterate.ts';

/** The rows of a team's list, found by names as an article writes them; it may be long. */
export interface TeamIndex {
  /** The row that has a name, an alias, a native or a wrong form; folded by `foldName`. */
  named(folded: string): TeamPerson | undefined;
  /** Rows whose surname is this one but for its spelling. */
  bearers(surname: string): readonly TeamBearers[];
}

/** Rows of one surname. */
export interface TeamBearers {
  surname: string;
  rows: readonly TeamPerson[];
  /** Those among them with a given name that may be this one in another romanisation. */
  withGiven(name: string): readonly TeamPerson[];
}

// One index a list; the list is the lexicon's own and doesn't change.
const indexes = new WeakMap<readonly TeamPerson[], TeamIndex>();

/** The index of the lexicon's list; made at the first call, what is asked seldom only when it is asked. */
export function indexTeam(lexicon: Lexicon): TeamIndex {
  const known = indexes.get(lexicon.people);
  if (known) return known;
  const read = knownForms(lexicon);
  const names = once(() => indexNames(lexicon.people));
  const surnames = once(() => indexSurnames(lexicon.people, read, openKeys(lexicon)));
  const index: TeamIndex = {
    named: (folded) => names().get(folded),
    bearers: (surname) => surnames().find(surname),
  };
  indexes.set(lexicon.people, index);
  return index;
}

/** A name as the index has it. */
export const foldName = (name: string, read: ReadForms) =>
  name
    .split(/\s+/)
    .map((word) => read(word).plain)
    .join(' ');

function indexNames(people: readonly TeamPerson[]): ReadonlyMap<string, TeamPerson> {
  const index = new Map<string, TeamPerson>();
  const add = (name: string, row: TeamPerson) => {
    // Not by the forms that are kept of an article's names: a long list would drive those out.
    const folded = name.split(/\s+/).map(stripName).join(' ');
    if (!index.has(folded)) index.set(folded, row);
  };
  for (const row of people) {
    add(row.name, row);
    for (const name of row.aliases) add(name, row);
    for (const name of row.wrong) add(name, row);
    if (row.native) add(row.native, row);
  }
  return index;
}

interface Group extends TeamBearers {
  plain: string;
}

function indexSurnames(people: readonly TeamPerson[], read: ReadForms, keysOf: ReadKeys) {
  const bySurname = new Map<string, TeamPerson[]>();
  for (const row of people) push(bySurname, row.name.slice(row.name.search(/\S+$/)), row);
  const spelled = indexSpellings<Group>(keysOf);
  const byStart = new Map<string, Group[]>();
  for (const [surname, rows] of bySurname) {
    const group = { surname, plain: stripName(surname), rows, withGiven: findGiven(rows, keysOf) };
    spelled.add(surname, group);
    push(byStart, startOf(group.plain, group.plain.length), group);
  }
  return {
    find(surname: string): readonly Group[] {
      const { plain } = read(surname);
      const found = spelled.find(surname);
      for (const length of [plain.length - 1, plain.length, plain.length + 1])
        for (const group of byStart.get(startOf(plain, length)) ?? []) if (isSlip(group.plain, plain)) found.add(group);
      return [...found].filter((group) => compareNames(group.surname, surname, read) !== 'different');
    },
  };
}

/** Finds rows by given name: by every romanisation of each word before the surname. */
function findGiven(rows: readonly TeamPerson[], keysOf: ReadKeys): TeamBearers['withGiven'] {
  const index = once(() => {
    const spelled = indexSpellings<TeamPerson>(keysOf);
    for (const row of rows) for (const word of row.name.split(/\s+/).slice(0, -1)) spelled.add(word, row);
    return spelled;
  });
  return (name) => [...index().find(name)];
}

type ReadKeys = (name: string) => readonly string[];

/** Values by words that are one word in some romanisation. */
function indexSpellings<T>(keysOf: ReadKeys) {
  const byPlain = new Map<string, T[]>();
  const bySound = new Map<string, [word: string, value: T][]>();
  const byKey = new Map<string, ReadonlyMap<string, T[]>>();
  // Keys cost most: they are made of words that begin alike, when one such is asked for.
  const alike = (sound: string) => {
    const made = byKey.get(sound);
    if (made) return made;
    const index = new Map<string, T[]>();
    for (const [word, value] of bySound.get(sound) ?? []) for (const key of keysOf(word)) push(index, key, value);
    byKey.set(sound, index);
    return index;
  };
  return {
    add(word: string, value: T): void {
      const plain = stripName(word);
      push(byPlain, plain, value);
      push(bySound, soundOf(plain), [word, value]);
    },
    find(word: string): Set<T> {
      const plain = stripName(word);
      const found = new Set(byPlain.get(plain));
      for (const key of keysOf(word)) for (const value of alike(soundOf(plain)).get(key) ?? []) found.add(value);
      return found;
    },
  };
}

const startOf = (plain: string, length: number) => `${plain.charAt(0)}${length}`;

/** First letters that romanisations write one for another: Ceyhun and Jeyhun, Hasanov and Gasanov, Mykola and Nikolai. */
function soundOf(plain: string): string {
  const first = plain.charAt(0);
  if ('aeiouyvw'.includes(first)) return 'a';
  if ('mn'.includes(first)) return 'm';
  return 'cdghjkqstxz'.includes(first) ? 'c' : first;
}

function push<T>(index: Map<string, T[]>, key: string, value: T): void {
  const there = index.get(key);
  if (there) there.push(value);
  else index.set(key, [value]);
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
