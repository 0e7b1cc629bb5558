import type { PackRule } from '../pack.ts';
import type { Marks, Strings } from '../regex/index.ts';

/** A hit before it knows its place in the article. Offsets are in the text that was searched. */
export interface TextHit {
  start: number;
  end: number;
  /** It speaks of the article as a whole, wherever it was found. */
  whole?: boolean;
  /** The message, filled. */
  message: string;
  expected: readonly string[];
}

/** Looks at one text at a time. */
export interface TextCheck {
  kind: 'text';
  rule: PackRule;
  /** Strings of which a text must hold one; undefined when every text must be searched. */
  literals: Strings | undefined;
  /** Pairs of neighbouring classes of characters of which a text must hold one. */
  neighbours?: readonly number[] | undefined;
  /** Marks of which a text must hold all of one line. */
  marks?: Marks | undefined;
  find(text: string): readonly TextHit[];
}

/** A list of plain words and phrases: the term index finds them, the check says what each means. */
export interface TermCheck {
  kind: 'terms';
  rule: PackRule;
  /** In order of preference where two begin at one place. */
  terms: readonly string[];
  ignoreCase: boolean;
  /** The hit for a term; undefined when it is excepted. */
  report(term: number, start: number, end: number, text: string): TextHit | undefined;
}

/** Needs the whole article: what a text holds is noted, and the notes of all are weighed in order. */
export interface ArticleCheck {
  kind: 'article';
  rule: PackRule;
  /** As in a text check: other texts have nothing to note. */
  literals?: Strings | undefined;
  neighbours?: readonly number[] | undefined;
  marks?: Marks | undefined;
  note(text: string): TextNote | undefined;
  weigh(notes: readonly TextNote[]): readonly { note: number; hit: TextHit }[];
}

/** What an article check noted in a text; only the check itself reads it. */
export interface TextNote {
  /** Hits that stand or fall with the rest of the article. */
  hits: readonly TextHit[];
  /** What the text says or defines, in order. */
  words: readonly string[];
}

/** Looks at numbers: how many words, sentences, headings the article has. */
export interface MeasureCheck {
  kind: 'measure';
  rule: PackRule;
  measure(counts: Readonly<Record<string, number>>): string | undefined;
}

export type Check = TextCheck | TermCheck | ArticleCheck | MeasureCheck;
