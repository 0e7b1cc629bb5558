import type { Block, Span } from '../article/index.ts';
import type { OffsetMap } from '../text/index.ts';
import { shiftMap } from '../text/index.ts';

/**
 * How sure a repair is: `proved` by a code page round trip or a fixed rule, `single` when one reading remains,
 * `choices` when several do. Only the first two are ever safe.
 */
export type Certainty = 'proved' | 'single' | 'choices';

/** Why a reading was chosen, for the message; `at` points to another mention of the word. */
export interface Evidence {
  kind: 'round-trip' | 'rule' | 'mention' | 'folded-mention' | 'team' | 'folder' | 'lexicon' | 'ending' | 'model';
  at?: { block: number; start: number; end: number };
  /** What was seen: the ending, the list. */
  detail?: string;
}

/** One damaged word or run. Offsets are UTF-16 in the block's text before mending. */
export interface Damage {
  /** Rule id of the kind of damage: `encoding-lost-letter`, `encoding-mojibake`, … */
  kind: string;
  start: number;
  end: number;
  actual: string;
  /** The same stretch in the mended text, where the first reading stands. */
  clean: Span;
  /** Readings, best first, at most three; empty when nothing can be said but «this is damaged». */
  readings: readonly string[];
  certainty: Certainty;
  evidence: Evidence;
  /** What happened to the document, in words for the message: «letters lost in a conversion to Windows-1252». */
  story: string;
}

/** A block's text with its damage undone. */
export interface Mend {
  text: string;
  /** From the mended text to the block's text. */
  map: OffsetMap;
  damages: readonly Damage[];
}

/** What is known outside the article when letters are restored. */
export interface MendEvidence {
  /** Names and terms of the team, then of the folder, as written. */
  team: readonly string[];
  folder: readonly string[];
}

/**
 * Undoes encoding damage in an article. All damaged mentions of a word are decided together.
 *
 * @returns one mend a block, in order; a clean block's mend has its own text and an empty damage list
 */
export function mendBlocks(blocks: readonly Block[], _evidence: MendEvidence): Mend[] {
  return blocks.map((block) => ({ text: block.text, map: shiftMap(0), damages: [] }));
}
