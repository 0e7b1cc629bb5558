import type { BodyRow, Lexicon, Offices, OfficeWording, PhraseTrie, RankWording } from '../lexicon/index.ts';

type Country = Offices['countries'] extends PhraseTrie<infer Value> ? Value : never;

/** The longest phrase of each kind that some words begin with, and how many of the words it takes: 0 where there is none. */
export interface Seen {
  office: OfficeWording | undefined;
  officeLength: number;
  /** The country that the office's wording goes on over. */
  over: string | undefined;
  rank: RankWording | undefined;
  rankLength: number;
  country: Country | undefined;
  countryLength: number;
  field: string | undefined;
  fieldLength: number;
  body: BodyRow | undefined;
  bodyLength: number;
}

/** No phrase. */
export const nothing: Readonly<Seen> = {
  office: undefined,
  officeLength: 0,
  over: undefined,
  rank: undefined,
  rankLength: 0,
  country: undefined,
  countryLength: 0,
  field: undefined,
  fieldLength: 0,
  body: undefined,
  bodyLength: 0,
};

/** Some words that phrases begin with: what stands in them, and how the phrases go on. */
export interface Phrase {
  seen: Readonly<Seen>;
  next: Map<string, Phrase> | undefined;
}

/** The phrases of every kind that begin with a folded word: one walk finds the longest of each. */
export function growPhrases(first: string, { offices, ranks }: Lexicon): Phrase {
  const rows: { words: readonly string[]; put: (seen: Readonly<Seen>) => Seen }[] = [];
  const gather = <Value>(
    trie: PhraseTrie<Value>,
    put: (seen: Readonly<Seen>, value: Value, length: number) => Seen,
  ): void => {
    for (const { phrase, value } of trie.beginningWith(first)) {
      const words = phrase.split(' ');
      rows.push({ words, put: (seen) => put(seen, value, words.length) });
    }
  };
  gather(offices.wordings, (seen, office, officeLength) => ({ ...seen, office, officeLength }));
  gather(ranks.wordings, (seen, rank, rankLength) => ({ ...seen, rank, rankLength }));
  gather(offices.countries, (seen, country, countryLength) => ({ ...seen, country, countryLength }));
  gather(offices.fields, (seen, field, fieldLength) => ({ ...seen, field, fieldLength }));
  gather(offices.bodies, (seen, body, bodyLength) => ({ ...seen, body, bodyLength }));
  // Longer ones go on from what shorter ones say; of equal ones the first counts.
  rows.reverse().sort((a, b) => a.words.length - b.words.length);
  const root: Phrase = { seen: nothing, next: undefined };
  for (const { words, put } of rows) {
    const phrase = grow(root, words);
    phrase.seen = put(phrase.seen);
  }
  return root;
}

/** The phrase that some words are; one not met before has seen what the shorter has. */
function grow(root: Phrase, words: readonly string[]): Phrase {
  let phrase = root;
  for (const word of words.slice(1)) {
    phrase.next ??= new Map();
    let longer = phrase.next.get(word);
    if (!longer) {
      longer = { seen: phrase.seen, next: undefined };
      phrase.next.set(word, longer);
    }
    phrase = longer;
  }
  return phrase;
}
