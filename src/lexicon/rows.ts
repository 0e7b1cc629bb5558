import type { NameWordGroup } from './name-words.ts';

/** A rank as English copy names it. */
export interface RankForm {
  id: string;
  name: string;
  ap?: string;
  british?: string;
  senior?: string;
  traits?: readonly ('ambiguous' | 'uncertain' | 'office' | 'common')[];
}

/**
 * A wording of a rank, folded, and what it says: `f` that it stands in full, `a` abbreviated, `m` in part; `w` that it is
 * wrong, `s` the plural, `i` initials, `l` the country's own word.
 */
export type RankWordingRow = readonly [phrase: string, id: string, says: string];

/** A rank of one country's service. */
export interface RankRow {
  country: string;
  local: string;
  name: string;
  also?: readonly string[];
  service: string;
  nato: string;
  /** False where the NATO code is only the nearest step. */
  exact?: boolean;
  order: number;
  source: string;
  note?: string;
}

/** An office or title. */
export interface OfficeRow {
  id: string;
  name: string;
  forms?: readonly string[];
  short?: readonly string[];
  kind: string;
  traits?: readonly ('body' | 'field' | 'surname' | 'ambiguous' | 'either' | 'loose')[];
}

/**
 * A wording of an office, folded, the place of its row, and what it says: `p` the plural, `s` that it is short, `t` and `b`
 * that it has and lacks the article which it may have: «of the General Staff».
 */
export type OfficeWordingRow = readonly [phrase: string, row: number, says: string];

/** What a word before an office does to it. */
export type Modifier = 'deputy' | 'ordinal' | 'passing' | 'acting' | 'plain';

/** A body that offices belong to. */
export interface BodyRow {
  id: string;
  name: string;
  forms?: readonly string[];
  traits?: readonly 'proper'[];
}

/** A country as copy names it. */
export interface CountryRow {
  code: string;
  names: readonly string[];
  adjectives: readonly string[];
}

/** Spellings of one name that no rule of letters joins, a group each; data/name-twins.yaml says which is which. */
export interface NameTwins {
  /** In the plain form of `people/transliterate.ts`. */
  readonly given: readonly (readonly string[])[];
  /** Of Korea. */
  readonly families: readonly (readonly string[])[];
}

/** Phrases by their first words, as scripts/lexicon/pack-phrases.ts packs them. */
export interface PackedPhrases {
  firsts: readonly string[];
  /** Of each first word its phrases, a line each, and what is said of them: `phrase|says|says`. The first of equal ones counts. */
  lines: readonly string[];
  /** The second words of phrases, each once. */
  seconds: readonly string[];
}

/** The compiled data: dist/assets/lexicon.json. The ranks of each country, which few stories need, are in ranks.json. */
export interface LexiconRows {
  rankForms: readonly RankForm[];
  /** Rows are {@link RankWordingRow}. */
  rankWordings: PackedPhrases;
  offices: readonly OfficeRow[];
  /** Rows are {@link OfficeWordingRow}. */
  officeWordings: PackedPhrases;
  /** Folded words. */
  modifiers: Readonly<Record<string, Modifier>>;
  /** Folded phrases, each with the form that stands for its spellings. */
  fields: PackedPhrases;
  bodies: readonly BodyRow[];
  /** Each with the place of its row. */
  bodyWordings: PackedPhrases;
  /** Words that names of bodies end with, and words of them that «of» or «for» follows. */
  heads: { last: readonly string[]; leading: readonly string[] };
  /** Buildings that stand for a body. */
  seats: readonly string[];
  notNames: Readonly<Record<string, readonly string[]>>;
  /** Each with its code, and `a` for an adjective. */
  countryWordings: PackedPhrases;
  nameWords: Partial<Readonly<Record<NameWordGroup, readonly string[]>>>;
  nameTwins: NameTwins;
}
