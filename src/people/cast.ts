import type { Span } from '../article/index.ts';

/** One mention of a person in a block. All spans are UTF-16 in the block's mended text. */
export interface Mention {
  /** Everything: offices and rank before the name, the name, without what follows a comma. */
  span: Span;
  /** The name alone, without possessive ending. */
  name: Span;
  given?: string;
  initials?: string;
  particles?: string;
  surname: string;
  suffix?: string;
  honorific?: string;
  rank?: RankUse;
  offices: readonly OfficeUse[];
  inQuote: boolean;
  role: 'body' | 'headline' | 'byline' | 'caption';
}

/** A rank as written. */
export interface RankUse {
  /** Rank concept, e.g. `colonel-general`; country rows hang on it. */
  id: string;
  span: Span;
  form: 'full' | 'abbreviated' | 'mixed';
}

/** An office as written. */
export interface OfficeUse {
  id: string;
  span: Span;
  country?: string;
  place: 'before' | 'after';
}

/** A mention and the block it stands in. */
export interface PlacedMention extends Mention {
  block: number;
}

/** One person of an article. */
export interface Person {
  /** Best full name seen. */
  name: string;
  mentions: readonly PlacedMention[];
}

/** The people of an article. */
export interface Cast {
  people: readonly Person[];
}
