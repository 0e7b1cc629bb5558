import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle } from '../../src/article/index.ts';
import { createVocabulary, parseBlock } from '../../src/language/index.ts';
import type { PhraseTrie } from '../../src/lexicon/index.ts';
import { indexOf, mayBeginTitle } from '../../src/people/clues.ts';
import { beginsName, mayBeginName } from '../../src/people/names.ts';
import { openReader } from '../../src/people/reader.ts';
import { foldWord } from '../../src/text/index.ts';
import { lexicon } from './read.ts';

const clueOf = (word: string | undefined) => indexOf(lexicon)(word ?? '').clues;

function phrasesOf(trie: PhraseTrie<unknown>): readonly (readonly string[])[] {
  return [...trie.firstWords()].flatMap((first) => trie.beginningWith(first).map(({ phrase }) => phrase.split(' ')));
}

describe('where titles and names may begin', () => {
  const { offices, ranks, nameWords } = lexicon;

  it('is told of every office and rank by its first words', () => {
    for (const [first, second] of [...phrasesOf(offices.wordings), ...phrasesOf(ranks.wordings)])
      assert.ok(mayBeginTitle(clueOf(first), clueOf(second ?? 'holm')), `${first} ${second}`);
    for (const word of nameWords.honorifics) assert.ok(mayBeginTitle(clueOf(word), clueOf('holm')), word);
  });

  it('is told of all that stands before an office', () => {
    const parts = [offices.countries, offices.fields, offices.bodies].flatMap(phrasesOf);
    for (const [first, second] of [...parts, ...[...offices.modifiers.keys()].map((word) => [word])])
      assert.ok(mayBeginTitle(clueOf(first), clueOf(second ?? 'minister')), `${first} ${second}`);
  });

  it('is no word that begins something longer alone, and no country before another word', () => {
    for (const [word, next] of ['the delegation', 'united by', 'ukraine and', 'ukraine of'].map((two) =>
      two.split(' '),
    ))
      assert.ok(!mayBeginTitle(clueOf(word), clueOf(next)), word);
  });

  it('is wherever a name begins without a title', () => {
    const groups = [nameWords.plain, nameWords.particles, nameWords.families_doubtful, offices.countries.firstWords()];
    const vocabulary = createVocabulary(foldWord);
    const begun = new Set<boolean>();
    for (const word of [...groups.flatMap((group) => [...group]), 'holm', 'u.n', 'a', 'x'])
      for (const one of [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()])
        for (const rest of [' Holm', ' left', '. Holm', '. B. Holm', '-Holm', ', Holm', ' van Holm', ' HOLM']) {
          const [block] = readArticle(`Then ${one}${rest} left.`, 'story.txt').blocks;
          if (!block) continue;
          const reader = openReader(
            parseBlock(block, block.text, vocabulary, { quoteOpen: false }),
            lexicon,
            vocabulary,
          );
          const { clues, caps, count } = reader.atoms;
          for (let i = 0; i < count; i++) {
            const may = mayBeginName(clues[i] ?? 0, caps[i], caps[i + 1]);
            if (beginsName(reader, i)) assert.ok(may, `${one}${rest}`);
            begun.add(may);
          }
        }
    assert.equal(begun.size, 2);
  });
});
