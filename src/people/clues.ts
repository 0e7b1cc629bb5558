import type { Lexicon, PhraseTrie } from '../lexicon/index.ts';
import type { Phrase } from './phrases.ts';

/** What a word may begin or be; each a bit. */
export const Clue = {
  office: 1 << 0,
  rank: 1 << 1,
  country: 1 << 2,
  field: 1 << 3,
  body: 1 << 4,
  modifier: 1 << 5,
  honorific: 1 << 6,
  plain: 1 << 7,
  particle: 1 << 8,
  article: 1 << 9,
  patronymic: 1 << 10,
  suffix: 1 << 11,
  thing: 1 << 12,
  shortened: 1 << 13,
  speech: 1 << 14,
  act: 1 << 15,
  ship: 1 << 16,
  vessel: 1 << 17,
  compass: 1 << 18,
  familyFirst: 1 << 19,
  familyDoubtful: 1 << 20,
  /** One letter of Cyrillic in Latin letters: «Yu». */
  letter: 1 << 21,
  /** Of those that a title writes small. */
  small: 1 << 22,
  /** It has four letters or more. */
  long: 1 << 23,
  /** It has four letters or more, all of them capitals. */
  capitals: 1 << 24,
  /** A title or a name may begin here: it has a capital or a clue of one. */
  start: 1 << 25,
  /** The second word of a country, a field or a body. */
  second: 1 << 26,
  /** The second word of an office or a rank. */
  secondOfTitle: 1 << 28,
  /** It is written with an ending behind an apostrophe: «Azerbaijan’s». */
  ending: 1 << 27,
  /** It is an office or a rank by itself. */
  title: 1 << 29,
  /** It is a country, a field or a body by itself, or says more of an office. */
  part: 1 << 30,
  /** A country, a field or a body goes on from it. */
  longer: 1 << 31,
} as const;

/** Clues of the phrases that offices are made of. */
export const phraseClues = Clue.office | Clue.rank | Clue.country | Clue.field | Clue.body | Clue.modifier;

/** Clues of what titles begin with. */
export const titleStarts = phraseClues | Clue.honorific;

/**
 * True where a title may begin, by the clues of a word and the next: what is no office, rank or courtesy title by itself is
 * followed by a word of one, or by more of its own.
 */
export const mayBeginTitle = (clue: number, next: number): boolean =>
  (clue & titleStarts) !== 0 &&
  ((clue & (Clue.title | Clue.honorific)) !== 0 ||
    ((clue & Clue.part) !== 0 && (next & phraseClues) !== 0) ||
    ((clue & Clue.longer) !== 0 && (next & Clue.second) !== 0) ||
    ((clue & (Clue.office | Clue.rank)) !== 0 && (next & Clue.secondOfTitle) !== 0));

/** What is known of a word under a lexicon. */
export interface KnownWord {
  /** `Clue` bits. */
  clues: number;
  /** The phrases of titles that begin with it, once they were asked for. */
  phrases: Phrase | undefined;
}

/** Looks a folded word up; words that say nothing of titles and names have one answer. */
export type WordIndex = (folded: string) => KnownWord;

// One letter that English writes with two or three; the last four are Chinese names too.
const letters = 'zh kh sh ch ts dzh yu ya ye yo'.split(' ');
const small = 'of the and in for to j g de s'.split(' ');

const indexes = new WeakMap<Lexicon, WordIndex>();

/** The words that titles and names are told by, in one index: a new word is looked up once for all of its clues. */
export function indexOf(lexicon: Lexicon): WordIndex {
  const known = indexes.get(lexicon);
  if (known) return known;
  const index = indexWords(lexicon);
  indexes.set(lexicon, index);
  return index;
}

function indexWords({ offices, ranks, nameWords }: Lexicon): WordIndex {
  const words = new Map<string, KnownWord>();
  const mark = (group: Iterable<string>, clue: number) => {
    for (const word of group) {
      const known = words.get(word);
      if (known) known.clues |= clue;
      else words.set(word, { clues: clue, phrases: undefined });
    }
  };
  mark(offices.wordings.firstWords(), Clue.office);
  mark(ranks.wordings.firstWords(), Clue.rank);
  mark(offices.countries.firstWords(), Clue.country);
  mark(offices.fields.firstWords(), Clue.field);
  mark(offices.bodies.firstWords(), Clue.body);
  mark(offices.modifiers.keys(), Clue.modifier);
  mark(nameWords.honorifics, Clue.honorific);
  mark(nameWords.plain, Clue.plain);
  mark(nameWords.particles, Clue.particle);
  mark(nameWords.articles, Clue.article);
  mark(nameWords.patronymics, Clue.patronymic);
  mark(nameWords.suffixes, Clue.suffix);
  mark(nameWords.things, Clue.thing);
  mark(nameWords.shortened, Clue.shortened);
  mark(nameWords.speech, Clue.speech);
  mark(nameWords.acts, Clue.act);
  mark(nameWords.ships, Clue.ship);
  mark(nameWords.vessels, Clue.vessel);
  mark(nameWords.compass, Clue.compass);
  mark(nameWords.families_first, Clue.familyFirst);
  mark(nameWords.families_doubtful, Clue.familyDoubtful);
  mark(offices.wordings.secondWords(), Clue.secondOfTitle);
  mark(ranks.wordings.secondWords(), Clue.secondOfTitle);
  mark(offices.countries.secondWords(), Clue.second);
  mark(offices.fields.secondWords(), Clue.second);
  mark(offices.bodies.secondWords(), Clue.second);
  mark(letters, Clue.letter);
  mark(small, Clue.small);
  /** The clues that are read of a word once a text has it. */
  const readLength = (word: string, clues: number): number => {
    const { wordings, countries, fields, bodies } = offices;
    let length = clues & Clue.modifier ? Clue.part : 0;
    if ((clues & Clue.office && wordings.holds(word)) || (clues & Clue.rank && ranks.wordings.holds(word)))
      length |= Clue.title;
    if (clues & Clue.country) length |= lengthIn(countries, word);
    if (clues & Clue.field) length |= lengthIn(fields, word);
    if (clues & Clue.body) length |= lengthIn(bodies, word);
    return length;
  };
  const unknown: KnownWord = { clues: 0, phrases: undefined };
  return (folded) => {
    const known = words.get(folded);
    if (!known) return unknown;
    if (known.clues & phraseClues) known.clues |= readLength(folded, known.clues);
    return known;
  };
}

const lengthIn = (phrases: PhraseTrie<unknown>, word: string): number =>
  (phrases.holds(word) ? Clue.part : 0) | (phrases.goesOn(word) ? Clue.longer : 0);
