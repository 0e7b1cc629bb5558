import type { AssetPort } from '../text/index.ts';
import { foldWord } from '../text/index.ts';
import type { Countries } from './countries.ts';
import { readCountries } from './countries.ts';
import type { DialectWords } from './dialect.ts';
import { readDialect } from './dialect.ts';
import type { Offices } from './offices.ts';
import { readOffices } from './offices.ts';
import type { PlaceData, Places } from './places.ts';
import { readPlaces } from './places.ts';
import type { Ranks } from './ranks.ts';
import { readRanks } from './ranks.ts';
import type { LexiconRows } from './rows.ts';
import type { UnwantedForms } from './terms.ts';
import { indexTerms } from './terms.ts';

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

/** What the desk knows: the built-in data and the team's. */
export interface Lexicon {
  readonly people: readonly TeamPerson[];
  readonly terms: readonly TeamTerm[];
  /** What the team's terms ban; undefined when they ban nothing. */
  readonly unwanted: UnwantedForms | undefined;
  readonly ranks: Ranks;
  readonly offices: Offices;
  readonly dialect: DialectWords;
  readonly places: Places;
  readonly countries: Countries;
  /** True for a given name; the word is folded (`foldWord`). */
  isGivenName(folded: string): boolean;
  /** True for a frequent surname; the word is folded. */
  isSurname(folded: string): boolean;
  /** True when a capitalised word after the rank's last word makes it no rank («General Electric»). Both folded. */
  isNotName(rankWord: string, folded: string): boolean;
}

const empty: LexiconRows = {
  rankWords: [],
  rankForms: [],
  ranks: [],
  offices: [],
  modifiers: { deputy: [], ordinal: [], passing: [], acting: [], plain: [] },
  fields: [],
  bodies: [],
  notNames: {},
  countries: [],
};

/**
 * The built-in data plus a team's lists. Without the compiled assets (`lexicon.json`, `given-names.txt`) it knows the
 * team's lists alone.
 */
export function createLexicon(
  assets: AssetPort,
  team: { people?: readonly TeamPerson[]; terms?: readonly TeamTerm[] } = {},
): Lexicon {
  const text = (name: string) => {
    const bytes = assets(name);
    return bytes && new TextDecoder().decode(bytes);
  };
  const rows = JSON.parse(text('lexicon.json') ?? 'null') ?? empty;
  return build(rows as LexiconRows, (name) => text(name) ?? '', team);
}

function build(
  rows: LexiconRows,
  text: (asset: string) => string,
  { people = [], terms = [] }: { people?: readonly TeamPerson[]; terms?: readonly TeamTerm[] },
): Lexicon {
  const given = new Set(text('given-names.txt').split('\n').filter(Boolean));
  for (const { name } of people) given.add(foldWord(name.split(/\s+/)[0] ?? ''));
  const surnames = new Set(text('surnames.txt').split('\n').filter(Boolean));
  const notNames = new Map(
    Object.entries(rows.notNames).map(([rank, words]) => [foldWord(rank), new Set(words.map(foldWord))]),
  );
  const places = JSON.parse(text('places.json') || '{"rows":[],"article":[],"foreign":[]}') as PlaceData;
  return {
    people,
    terms,
    unwanted: indexTerms(terms),
    ranks: readRanks(rows),
    offices: readOffices(rows),
    dialect: readDialect(text('dialect.txt')),
    places: readPlaces(places.rows, terms),
    countries: readCountries(rows.countries, places.article, places.foreign),
    isGivenName: (folded) => given.has(folded),
    isSurname: (folded) => surnames.has(folded),
    isNotName: (rankWord, folded) => notNames.get(rankWord)?.has(folded) ?? false,
  };
}
