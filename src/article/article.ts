import type { Change, Letters, OffsetMap } from '../text/index.ts';

/** What a block is in a news story. */
export type BlockRole =
  | 'slug'
  | 'embargo'
  | 'advisory'
  | 'headline'
  | 'subhead'
  | 'summary'
  | 'byline'
  | 'paragraph'
  | 'quote'
  | 'list-item'
  | 'caption'
  | 'cell'
  | 'sign-off'
  | 'end-mark';

/** A half-open range of UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** A stretch of a block's text that its markup sets apart. */
export interface Mark extends Span {
  kind: 'link' | 'strong' | 'emphasis' | 'code';
}

/** One paragraph-like piece of an article with its markup taken off. */
export interface Block {
  role: BlockRole;
  /** The prose, without markup. Line breaks of hard-wrapped copy stay as they are. */
  text: string;
  /** From `text` to the source. */
  map: OffsetMap;
  /** The extent in the source, markup included. */
  start: number;
  end: number;
  /** Where the dateline («BAKU, May 12 (Agency) — ») ends in `text`; 0 without one. */
  datelineEnd: number;
  /** Stretches of `text` that are not prose: code, addresses. In rising order. */
  opaque: readonly Span[];
  /**
   * Writes prose as it must stand in this block: `&` as `&amp;`. Undefined where it cannot stand here; absent where every
   * letter stands for itself.
   */
  write?(prose: string): string | undefined;
  /** What the markup sets apart, in the order in which it ends; absent without any. */
  marks?: readonly Mark[];
  /** Outline depth of a headline or subhead, 1 for the story's own. */
  depth?: number;
  /** Whether a cell heads its column. */
  heads?: boolean;
  /** True in a body that says in another form what the story's first body says. */
  repeats?: boolean;
}

/** «Leave it as it is»: a rule switched off for a stretch of the source. */
export interface Stet {
  /** Rule ids; empty means all rules. */
  rules: readonly string[];
  reason: string;
  /** Source range that it covers; the whole article when it stands in front matter. */
  start: number;
  end: number;
  /** Where the remark itself stands in the source. */
  place: Span;
}

/**
 * The blocks of an article as they were first read: one whose source reads the same in the next version stays the object that
 * it was. Where it stands now is told beside it, so that a keystroke makes nothing anew but what it changed.
 */
export interface Kept {
  blocks: readonly Block[];
  /** How far each block has moved in the source since it was read. */
  moved: readonly number[];
}

/** An article with its format taken off. */
export interface Article {
  format: string;
  source: string;
  /** The source of a new version, which becomes one string only when somebody asks for it; absent where it is one. */
  letters?: Letters;
  /** Where they stand in the source. */
  blocks: readonly Block[];
  /** The same as they were first read; absent in an article that was not read before. */
  kept?: Kept;
  /** There are more blocks than these: what is said of the whole must wait. */
  isPart?: true;
  stets: readonly Stet[];
  /** Front matter or header fields; empty without any. */
  fields: Readonly<Record<string, unknown>>;
}

/** One reader a format. */
export interface Reader {
  format: string;
  /** File name extensions, with the dot. */
  extensions: readonly string[];
  /** Never throws: what cannot be read as the format is read as plain paragraphs. */
  read(source: string): Article;
  /** The same as `read`, at the cost of the change that made it of an article of this format. */
  update?(before: Article, source: Letters, change: Change): Article;
}
