import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openWordList } from '../../src/lexicon/word-list.ts';
import { markWords, openMarks } from '../../src/text/index.ts';
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
          const list = openWordList(lines.sort().join('\n'), openMarks(markWords(Object.keys(rows))));
          for (const [key, said] of Object.entries(rows)) assert.equal(list.find(key), said);
          assert.equal(list.has(other), Object.hasOwn(rows, other));
          assert.equal(list.has(''), false);
        },
      ),
    ));

  it('is marked by few words that it has not', () => {
    const words = Array.from({ length: 5000 }, (_, i) => `w${(i * 7919).toString(36)}`);
    const mayHold = openMarks(markWords(words));
    assert.ok(words.every(mayHold));
    assert.ok(words.filter((other) => mayHold(`${other}x`)).length < 500);
  });

  it('may be empty', () => {
    assert.equal(openWordList('').has('a'), false);
    assert.equal(openWordList('').has(''), false);
  });
});
