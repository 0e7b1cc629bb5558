import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createVocabulary, parseBlock } from '../../src/language/index.ts';
import { foldWord, shiftMap } from '../../src/text/index.ts';
import fc from '../fuzz/fast-check.ts';

/** The tokens of a text, each with its kind. */
function cut(text: string, vocabulary = createVocabulary(foldWord), opaque: { start: number; end: number }[] = []) {
  const block = {
    role: 'paragraph',
    text,
    map: shiftMap(0),
    start: 0,
    end: text.length,
    datelineEnd: 0,
    opaque,
  } as const;
  const { tokens } = parseBlock(block, text, vocabulary);
  return Array.from(tokens.start, (start, i) => {
    assert.equal(vocabulary.word(tokens.word[i] ?? -1), text.slice(start, tokens.end[i]));
    return [start, tokens.end[i], tokens.kind[i]];
  });
}

const wordsOf = (text: string) => cut(text).map(([start, end]) => text.slice(start, end));

it('leaves the stop to «No.» where a figure follows, behind any blanks', () => {
  assert.deepEqual(wordsOf('He said no. No. 5 won, no.  7 lost, and No.\n9 left. No.'), [
    ...['He', 'said', 'no', '.', 'No.', '5', 'won', ',', 'no.', '7', 'lost', ',', 'and', 'No.', '9', 'left', '.'],
    ...['No', '.'],
  ]);
});

it('cuts a text the same whatever was cut before', () => {
  const bits = [
    'No.',
    'nos.',
    'p.',
    '5',
    '20',
    'a',
    'A',
    '.',
    ',',
    '-',
    '’',
    '(',
    ' ',
    '\n',
    '\u00a0',
    'U.S.',
    'Kaya',
    '𝐀',
    '?',
  ];
  const texts = fc.array(fc.constantFrom(...bits), { maxLength: 14 }).map((all) => all.join(''));
  const vocabulary = createVocabulary(foldWord);
  fc.assert(
    fc.property(texts, fc.nat(20), fc.nat(4), (text, start, length) => {
      const opaque = [{ start, end: Math.min(text.length, start + length) }];
      assert.deepEqual(cut(text, vocabulary), cut(text));
      assert.deepEqual(cut(text, vocabulary, opaque), cut(text, undefined, opaque));
    }),
  );
});
