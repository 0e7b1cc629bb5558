import type { OffsetMap } from '../text/index.ts';
import { composeMaps, toSource } from '../text/index.ts';
import type { Block } from './article.ts';

/**
 * A block of a text that itself stands in a source (a body inside a string of JSON), with its places in that source.
 *
 * @param map from the text to the source
 * @param write how the text is written in the source
 */
export function nestBlock(block: Block, map: OffsetMap, write: (text: string) => string | undefined): Block {
  const inside = block.write;
  return {
    ...block,
    map: composeMaps(block.map, map, block.text.length),
    start: toSource(map, block.start, 'start'),
    end: toSource(map, block.end, 'end'),
    write(prose) {
      const text = inside ? inside(prose) : prose;
      return text === undefined ? undefined : write(text);
    },
  };
}
