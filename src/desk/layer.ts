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

/** A block and how far it has moved since it was first read. */
export interface Standing {
  layer: Layer;
  moved: number;
  /** The line that its text begins on; 0 where nobody has looked. */
  line: number;
}

/** Where a block stands. */
export interface Base extends Standing {
  parsed: ParsedBlock;
  /** Where its text begins. */
  start: number;
  column: number;
}

/** Another block that a message speaks of, and where it stood. */
export interface Other {
  block: number;
  /** Its place among all when it was last looked for; −1 where it is gone. */
  at: number;
  base: Base;
}
