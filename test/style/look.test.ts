import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compilePattern } from '../../src/style/regex/index.ts';
import { findReading, isOdd } from '../../src/style/regex/look.ts';
import fc from '../fuzz/fast-check.ts';

test('a dialect is the narrowest that knows all letters and figures of a text', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom(...'a0 .“’…ªµ×÷ßəʔʰΣж日٣\u0301‿𝒜😀'), fc.string({ unit: 'binary' })),
  });
  fc.assert(
    fc.property(text, (copy) => {
      const beyond = [...copy].filter(
        (letter) => /[^\x00-\x7f]/.test(letter) && /[\p{L}\p{M}\p{N}\p{Pc}]/u.test(letter),
      );
      const isLatin = beyond.every((letter) => letter <= '\u02af');
      assert.equal(findReading(copy).dialect, beyond.length === 0 ? 'ascii' : isLatin ? 'latin' : 'unicode');
    }),
  );
});

test('a pattern matches unit by unit as it does point by point', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aAsSkKßıIİiéÉµ1 .-“”€😀ſ'), maxLength: 30 });
  const sources = [
    '[^“”]{2,5}”',
    's+',
    'k[^a]',
    '[é-ö]a?',
    '(?<=i)\\W',
    '\\s[aık]',
    'ß|€|-',
    '(a)\\1',
    '.(?=😀)',
    '[^😀]k',
  ];
  for (const source of sources)
    for (const flags of ['gu', 'giu']) {
      const pattern = compilePattern(source, { i: flags.includes('i') });
      fc.assert(
        fc.property(text, (copy) => {
          // As «\\W» is written for copy in Latin letters.
          const plain = source.replace('\\W', '[^\\p{L}\\d_]').replace('.', '[^\\n]');
          const expected = [...copy.matchAll(new RegExp(plain, flags))].map(({ index, 0: found }) => [index, found]);
          assert.deepEqual(
            pattern.matches(copy).map(({ start, text }) => [start, text]),
            expected,
          );
        }),
      );
    }
});

test('a text is odd that goes on without a blank, a letter or the end of a sentence', () => {
  const prose = 'The mayor of Gəncə said “no” to it at noon. '.repeat(60);
  assert.equal(isOdd(prose), false);
  assert.equal(isOdd(prose.replaceAll('.', ',')), true);
  assert.equal(isOdd(prose + 'x'.repeat(400)), true);
  assert.equal(isOdd(prose + 'x'.repeat(399)), false);
  assert.equal(isOdd(`${prose}${'– '.repeat(200)}`), true);
  assert.equal(isOdd('x'.repeat(1000)), false, 'short');
});

test('a pattern matches in letters beyond Latin as it does without a look at the stand-in', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aЖжд中ßə 1.-“”'), maxLength: 30 });
  const sources = [
    '\\bж\\w+',
    '(?<=\\p{Ll})-(?=\\p{Lu})',
    '\\b\\p{Lu}\\w* \\d',
    '\\B\\.',
    '[^а-я ]中',
    '(\\w)\\1',
    '“\\p{L}+”',
  ];
  for (const source of sources) {
    const pattern = compilePattern(source);
    const word = '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}';
    const plain = source
      .replaceAll('\\w', `[${word}]`)
      .replaceAll('\\b', `(?:(?<=[${word}])(?![${word}])|(?<![${word}])(?=[${word}]))`)
      .replaceAll('\\B', `(?:(?<=[${word}])(?=[${word}])|(?<![${word}])(?![${word}]))`);
    fc.assert(
      fc.property(text, (copy) => {
        const expected = [...copy.matchAll(new RegExp(plain, 'gu'))].map(({ index, 0: found }) => [index, found]);
        assert.deepEqual(
          pattern.matches(copy).map(({ start, text }) => [start, text]),
          expected,
        );
      }),
    );
  }
});
