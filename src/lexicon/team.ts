/** A person on the team's list. */
export interface TeamPerson {
  name: string;
  aliases: readonly string[];
  /** Spellings that the team wants flagged. */
  wrong: readonly string[];
  native?: string;
  rank?: string;
  office?: string;
  country?: string;
  from?: string;
  until?: string;
  note?: string;
  /** Where the row stands. */
  source: { file: string; line: number };
}

/** A term on the team's list: the form that the house writes and the forms that it doesn't. */
export interface TeamTerm {
  preferred: string;
  banned: readonly string[];
  kind: 'term' | 'place' | 'casing';
  note?: string;
  source: { file: string; line: number };
}

// One set a list; a list doesn't change.
const wordSets = new WeakMap<object, ReadonlySet<string>>();

/** The words of the names on a list, and of their other spellings, in small letters. */
export const wordsOfPeople = (people: readonly TeamPerson[]): ReadonlySet<string> =>
  gatherWords(people, ({ name, aliases }) =>
    [name, ...aliases]
      .join(' ')
      .toLowerCase()
      .split(/[\s-]+/),
  );

/** The words of the forms that a list prefers, as written. */
export const wordsOfTerms = (terms: readonly TeamTerm[]): ReadonlySet<string> =>
  gatherWords(terms, ({ preferred }) => preferred.split(/\s+/));

function gatherWords<T>(list: readonly T[], wordsOf: (row: T) => readonly string[]): ReadonlySet<string> {
  const known = wordSets.get(list) ?? new Set(list.flatMap(wordsOf));
  wordSets.set(list, known);
  return known;
}
