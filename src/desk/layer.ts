import type { Block } from '../article/index.ts';
import type { Mend } from '../encoding/index.ts';
import type { ParsedBlock } from '../language/index.ts';

/** A block's texts and the maps between them. */
export interface Layer {
  block: Block;
  mend: Mend;
  parsed: ParsedBlock;
}
