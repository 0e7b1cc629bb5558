import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openWordList } from '../../src/lexicon/word-list.ts';
import fc from '../fuzz/fast-check.ts';

// Few letters, so that words begin alike.
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ğ', '-', '’'), minLength: 1, maxLength: 5 });

describe('a word list', () => {
  it('knows its words and no others, and what it says of them', () =>
    fc.assert(
      fc.property(
        fc.dictionary(word, fc.constantFrom('', 'x', 'x y'), { noNullPrototype: true }),
        word,
        (rows, other) => {
          const lines = Object.entries(rows).map(([key, said]) => (said === '' ? key : `${key} ${said}`));
          const list = openWordList(lines.sort().join('\n'));
          for (const [key, said] of Object.entries(rows)) assert.equal(list.find(key), said);
          assert.equal(list.has(other), Object.hasOwn(rows, other));
          assert.equal(list.has(''), false);
        },
      ),
    ));

  it('may be empty', () => {
    assert.equal(openWordList('').has('a'), false);
    assert.equal(openWordList('').has(''), false);
  });
});
