import type { Span } from '../article/index.ts';
import type { TeamPerson } from '../lexicon/index.ts';

/** How a phrase's capitals stand: «Army General», «army general», «Army general», «ARMY GENERAL». */
export type LetterCase = 'title' | 'lower' | 'mixed' | 'upper';

/** One mention of a person in a block. All spans are UTF-16 in the block's mended text. */
export interface Mention {
  /** Everything: offices and rank before the name, the name, without what follows a comma. */
  span: Span;
  /** The name alone, without possessive ending. */
  name: Span;
  /** The name as written, without possessive ending. */
  text: string;
  given?: string;
  initials?: string;
  particles?: string;
  /** The surname as written; the whole name where only one part stands. */
  surname: string;
  /** Where the surname stands. */
  surnameSpan: Span;
  suffix?: string;
  honorific?: string;
  rank?: RankUse;
  offices: readonly OfficeUse[];
  inQuote: boolean;
  role: 'body' | 'headline' | 'byline' | 'caption';
  /**
   * What makes it a person: `title` a rank, office or honorific stands before it; `given` a known given name;
   * `speech` a verb of saying beside two capitalised words; `bare` capitalised words alone, a person only when the
   * article names the person elsewhere.
   */
  evidence: 'title' | 'given' | 'speech' | 'bare';
  /** A word before the title that says the title isn't the person's own now: `former`, `promotion`. */
  cue?: 'former' | 'acting' | 'promotion';
  /** Country that the titles name (ISO 3166 alpha-2). */
  country?: string;
  /**
   * It opens a sentence and acts or speaks, without a word of who it is: «Ida Holm said». Nobody is brought in so; the reader
   * has met the person.
   */
  met?: boolean;
  /** An ending makes it possessive: «Holm’s». */
  owns?: boolean;
  /** Names with one number stand in one list of the block, joined by commas and «and»: they are different people. */
  list?: number;
  /** The block that it stands in, once that is told: see `PlacedMention`. */
  block?: number;
}

/** A rank as written. */
export interface RankUse {
  /** Rank concept, e.g. `colonel-general`; country rows hang on it. */
  id: string;
  span: Span;
  form: 'full' | 'abbreviated' | 'mixed';
  letterCase: LetterCase;
  /** Hyphens stand between its parts. */
  hyphenated: boolean;
  /** An abbreviated part stands without its full stop. */
  unstopped: boolean;
  /** Untranslated or in the wrong order: «General-Colonel». */
  wrong: boolean;
  plural: boolean;
  /** The country's own word: «Orgeneral». */
  local?: boolean;
  /** Another reading of the words before the name remains («Special Forces Division General X»). */
  uncertain: boolean;
  /** The arm written before it: «Army Gen.», «Navy Adm.». */
  service?: string;
  /** A comma between the rank and the name. */
  comma?: Span;
}

/** An office as written. */
export interface OfficeUse {
  id: string;
  /** The office with its body and country. */
  span: Span;
  country?: string;
  place: 'before' | 'after' | 'alone';
  /** The words of the office alone, without what follows «of the». */
  head: Span;
  letterCase: LetterCase;
  hyphenated: boolean;
  /** «of the General Staff» with its article, «of General Staff» without, or no such phrase. */
  article?: 'with' | 'without';
  plural: boolean;
  cue?: 'former' | 'acting' | 'promotion';
}

/** A body as written: «General Staff», «Ministry of Defence». */
export interface BodyUse {
  id: string;
  span: Span;
  letterCase: LetterCase;
  /** Always a proper name in English copy. */
  proper: boolean;
}

/** Ranks and offices that stand without a name, and bodies. */
export interface TitleUses {
  ranks: readonly RankUse[];
  offices: readonly OfficeUse[];
  bodies: readonly BodyUse[];
}

/** A mention and the block it stands in. */
export interface PlacedMention extends Mention {
  block: number;
}

/** One person of an article. */
export interface Person {
  /** Best full name seen, or the team's. */
  name: string;
  mentions: readonly PlacedMention[];
  given?: string;
  surname: string;
  /** Surnames as written, most frequent first; of equals the first in the text. */
  spellings: readonly { text: string; count: number }[];
  country?: string;
  /** The row of the team's list. */
  team?: TeamPerson;
  /** `TitleMark` bits: what the mentions have of titles, so that nobody goes through them for what none has. */
  titles: number;
}

/**
 * People whose names are alike, one a spelling or a slip of the other, and words that may be theirs. Nobody outside a
 * circle has a say in who is who within it.
 */
export interface Circle extends Cast {
  /** The words of their names, in small letters, once they were asked for. */
  words: readonly string[] | undefined;
  /** What `sharedSurnames` says of them, once it was asked. */
  shared: readonly string[] | undefined;
}

/** All people of an article, or those of a circle. */
export interface Cast {
  /** In the order of their first mentions. */
  people: readonly Person[];
  /** Capitalised words that may be names of people and match nobody. */
  loose: readonly PlacedMention[];
}
