import type { Block } from './article.ts';

/** The same block further on in its source: nothing is copied but the offsets. */
export function moveBlock(block: Block, shift: number): Block {
  if (shift === 0) return block;
  const { origin, stretches } = block.map;
  return {
    ...block,
    start: block.start + shift,
    end: block.end + shift,
    map: {
      origin: origin + shift,
      stretches: stretches.map((stretch) => ({
        ...stretch,
        sourceStart: stretch.sourceStart + shift,
        sourceEnd: stretch.sourceEnd + shift,
      })),
    },
  };
}
