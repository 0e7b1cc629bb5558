import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle } from '../../src/article/index.ts';
import { createMender } from '../../src/encoding/index.ts';
import { readTables } from '../../src/encoding/knowledge/tables.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { createSpeller } from '../../src/spelling/index.ts';
import { stories } from './stories.ts';

const mender = createMender(nodeAssets, createSpeller(nodeAssets).isKnown);
const pages = readTables(nodeAssets)?.pages ?? [];
const upper = (id: string) => pages.find((page) => page.id === id)?.upper ?? '';
const cedillas: Readonly<Record<string, string>> = { ș: 'ş', ț: 'ţ', Ș: 'Ş', Ț: 'Ţ' };

/** Text written with one page and read with another; a letter that the first lacks stays. */
const misread = (text: string, from: string, to: string) =>
  [...text]
    .map((char) => cedillas[char] ?? char)
    .map((char) => {
      const byte = char > '\u007f' ? upper(from).indexOf(char) : -1;
      const shown = upper(to).charAt(byte);
      return byte < 0 ? char : shown === '\ufffd' ? String.fromCharCode(128 + byte) : shown;
    })
    .join('');

describe('a story whose page was taken for another', () => {
  for (const [id, story] of Object.entries(stories))
    for (const from of id === 'lt' ? ['windows-1257'] : ['windows-1250', 'iso-8859-2'])
      for (const to of ['windows-1252', 'iso-8859-1', 'windows-1254'])
        it(`${id}, ${from} as ${to}: headlines too`, () => {
          const { blocks } = readArticle(misread(story, from, to), 'story.txt');
          const mends = mender.mend(blocks, { team: [], folder: [] });
          // Marks of quotation that a page lacks say nothing of the letters.
          const bare = (text: string) => text.replace(/[„“”–]/g, '');
          assert.equal(bare(mends.map(({ text }) => text).join('\n\n')), bare(story));
        });
});
