import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../src/article/index.ts';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import type { ParsedBlock } from '../../src/language/index.ts';
import { createVocabulary, parseBlock } from '../../src/language/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { findMentions, findReferences, findTitles, openCast } from '../../src/people/index.ts';
import { foldWord } from '../../src/text/index.ts';
import { lexicon } from './read.ts';

const paragraphs = [
  'Defence Minister Elmar Kosanov met General Orhan Yurt in Baku on Friday.',
  'The minister said the talks went well. Kosanov thanked Yurt.',
  'Mayor Ida Holm opened the bridge. Holm was late.',
  'The general left at noon.',
];

test('a keystroke reads the people of one block', () => {
  const vocabulary = createVocabulary(foldWord);
  const reads = new Map<string, number>();
  // Whoever reads a block asks for its tokens.
  const watch = (parsed: ParsedBlock): ParsedBlock => {
    const { text, tokens } = parsed;
    const get = () => {
      reads.set(text, (reads.get(text) ?? 0) + 1);
      return tokens;
    };
    return Object.defineProperty(parsed, 'tokens', { get });
  };
  const parse = (text: string) =>
    readArticle(text, 'a.txt').blocks.map((block) => watch(parseBlock(block, block.text, vocabulary)));
  const ledger = openCast(lexicon);
  const read = (blocks: readonly ParsedBlock[]) => {
    for (const parsed of blocks) findTitles(parsed, lexicon, vocabulary);
    blocks.forEach((parsed, i) => {
      ledger.replace(i, findMentions(parsed, lexicon, vocabulary));
    });
    return ledger.read().cast;
  };
  const blocks = parse(paragraphs.join('\n\n'));
  const before = read(blocks);
  const once = Math.max(...reads.values());
  assert.deepEqual([...reads.values()], [once, once, once, once]);
  reads.clear();

  const [typed] = parse('Mayor Ida Holm opened the bridge. Holm was later.');
  assert.ok(typed);
  const now = blocks.with(2, typed);
  const cast = read(now);
  findReferences(cast, now, { lexicon, vocabulary });
  assert.deepEqual([...reads], [[typed.text, once]]);
  // Nobody is brought together anew but who is named there.
  const kept = cast.people.filter((person) => before.people.includes(person)).map(({ surname }) => surname);
  assert.deepEqual(kept, ['Kosanov', 'Yurt']);
});

test('a desk keeps the people whom a keystroke does not touch', () => {
  const session = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets }).open({
    path: 'a.txt',
    source: paragraphs.join('\n\n'),
  });
  const before = session.check().cast.people;
  session.update(session.article.source.replace('was late', 'was later'));
  const now = session.check().cast.people;
  assert.deepEqual(
    now.map((person) => [person.surname, before.includes(person)]),
    [
      ['Kosanov', true],
      ['Yurt', true],
      ['Holm', false],
    ],
  );
});
