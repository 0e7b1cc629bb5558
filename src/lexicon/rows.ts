import type { NameWordGroup } from './name-words.ts';

/** A wording of a rank. */
export interface RankForm {
  name: string;
  ap?: string;
  british?: string;
  senior?: string;
  initials?: readonly string[];
  wrong?: readonly string[];
  traits?: readonly ('ambiguous' | 'uncertain' | 'office' | 'common')[];
}

/** What a word of a rank is shortened to. */
export interface RankWord {
  word: string;
  short: readonly string[];
  optional?: boolean;
  clipped?: boolean;
}

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

/** A rank in the words of its country that no English story takes for anything else. */
export interface LocalRank {
  /** Folded, parted by spaces. */
  words: string;
  /** The English name. */
  name: string;
}

/** Spellings of one name that no rule of letters joins, a group each; data/name-twins.yaml says which is which. */
export interface NameTwins {
  readonly given: readonly (readonly string[])[];
  /** Of Korea. */
  readonly families: readonly (readonly string[])[];
}

/** The compiled data: dist/assets/lexicon.json. The ranks of each country, which few stories need, are in ranks.json. */
export interface LexiconRows {
  rankWords: readonly RankWord[];
  rankForms: readonly RankForm[];
  localRanks: readonly LocalRank[];
  offices: readonly OfficeRow[];
  modifiers: Readonly<Record<'deputy' | 'ordinal' | 'passing' | 'acting' | 'plain', readonly string[]>>;
  fields: readonly string[];
  bodies: readonly BodyRow[];
  /** Words that names of bodies end with, and words of them that «of» or «for» follows. */
  heads: { last: readonly string[]; leading: readonly string[] };
  /** Buildings that stand for a body. */
  seats: readonly string[];
  notNames: Readonly<Record<string, readonly string[]>>;
  countries: readonly CountryRow[];
  nameWords: Partial<Readonly<Record<NameWordGroup, readonly string[]>>>;
  nameTwins: NameTwins;
}
