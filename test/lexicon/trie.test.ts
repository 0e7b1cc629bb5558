import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { packPhrases } from '../../scripts/lexicon/pack-phrases.ts';
import { PhraseTrie } from '../../src/lexicon/index.ts';
import fc from '../fuzz/fast-check.ts';

const word = fc.constantFrom('general', 'staff', 'of', 'the', 'army');
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('packed phrases', () => {
  it('are found as those that were added', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(phrase, fc.nat(9))), fc.array(phrase), (rows, texts) => {
        const added = new PhraseTrie<number>();
        for (const [phrase, value] of rows) added.add(phrase, value);
        const packed = new PhraseTrie(packPhrases(rows), ([value]) => Number(value));
        assert.deepEqual([...packed.firstWords()].sort(), [...added.firstWords()].sort());
        assert.deepEqual(new Set(packed.secondWords()), new Set(added.secondWords()));
        for (const text of texts) {
          const words = text.split(' ');
          assert.deepEqual(
            packed.longest((i) => words[i], 0),
            added.longest((i) => words[i], 0),
          );
          assert.equal(packed.begins(text), added.begins(text));
          for (const trie of [packed, added]) {
            assert.equal(
              trie.holds(words[0] ?? ''),
              rows.some(([phrase]) => phrase === words[0]),
            );
            assert.equal(
              trie.goesOn(words[0] ?? ''),
              rows.some(([phrase]) => phrase.startsWith(`${words[0]} `)),
            );
          }
          assert.deepEqual(packed.beginningWith(text), added.beginningWith(text));
        }
        for (const trie of [added, packed]) trie.add('army of one', 10);
        assert.deepEqual(packed.beginningWith('army'), added.beginningWith('army'));
      }),
    ));
});
