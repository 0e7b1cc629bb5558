import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVocabulary, parseBlock } from '../../src/language/index.ts';
import { foldCase, indexTerms } from '../../src/style/terms.ts';
import { createWordClues } from '../../src/style/word-clues.ts';
import { foldWord, shiftMap } from '../../src/text/index.ts';
import fc from '../fuzz/fast-check.ts';

const piece = fc.constantFrom(...'abİıéÇ', 'K', ' ', '-', '’', '.', ',', '€', '7', '\u00ad', 'per cent', 'Data', '_');
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

test('what the words of a text do not tell of does not stand in it', () => {
  const vocabulary = createVocabulary(foldWord);
  fc.assert(
    fc.property(
      fc.array(fc.array(text.map((one) => foldCase(one))), { maxLength: 40 }),
      fc.array(text, { minLength: 1 }),
      fc.array(text),
      (lists, words, texts) => {
        const terms = indexTerms([{ terms: words, ignoreCase: true, exactSpaces: true }]);
        const find = createWordClues([...lists, undefined], terms);
        for (const one of texts) {
          const lower = foldCase(one);
          const block = { role: 'paragraph', text: one, map: shiftMap(0), start: 0, end: one.length } as const;
          const { tokens } = parseBlock({ ...block, datelineEnd: 0, opaque: [] }, one, vocabulary);
          const clues = find(tokens, one);
          assert.equal(clues.lower(), lower);
          lists.forEach((list, i) => {
            if (list.some((literal) => literal !== '' && lower.includes(literal)))
              assert.ok(clues.has(i), `${list} in ${one}`);
          });
          assert.ok(clues.has(lists.length), 'what needs nothing');
          if (terms.find(one, lower).length > 0) assert.ok(clues.mayHoldTerm(), `${words} in ${one}`);
        }
      },
    ),
  );
});
