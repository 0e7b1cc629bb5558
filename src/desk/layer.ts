import type { Block } from '../article/index.ts';
import type { Mend } from '../encoding/index.ts';
import type { ParsedBlock } from '../language/index.ts';

/** A block's texts and the maps between them. */
export interface Layer {
  /** As it was first read. */
  block: Block;
  mend: Mend;
  parsed: ParsedBlock;
}

/** Where a block stands. */
export interface Base {
  parsed: ParsedBlock;
  /** How far it has moved since it was first read. */
  moved: number;
  /** Where its text begins. */
  start: number;
  line: number;
  column: number;
}
