import { shiftMap } from '../text/index.ts';
import type { Block, Reader } from './article.ts';

/** Plain text: paragraphs between blank lines. */
export const plain: Reader = {
  format: 'plain',
  extensions: ['.txt', '.article', '.story'],
  read(source) {
    const blocks: Block[] = [];
    for (const match of source.matchAll(/[^\r\n]+/g)) {
      const text = match[0];
      if (!text.trim()) continue;
      const start = match.index;
      blocks.push({
        role: 'paragraph',
        text,
        map: shiftMap(start),
        start,
        end: start + text.length,
        datelineEnd: 0,
        opaque: [],
      });
    }
    return { format: 'plain', source, blocks, stets: [], fields: {} };
  },
};
