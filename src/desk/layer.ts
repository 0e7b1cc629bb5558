import type { Block } from '../article/index.ts';
import type { Mend } from '../encoding/index.ts';
import type { ParsedBlock } from '../language/index.ts';

/** A block's texts and the maps between them. */
export interface Layer {
  block: Block;
  mend: Mend;
  parsed: ParsedBlock;
}

/** Where a block's text begins in the source, and what it says. */
export interface Base {
  parsed: ParsedBlock;
  start: number;
  line: number;
  column: number;
  /** Markup stands within its text, and may change while the text stays. */
  isMarked: boolean;
}
