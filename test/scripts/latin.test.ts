import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInThisContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { LatinFirst } from '../../scripts/latin/latin-first.ts';
import { findClassPatterns, membersFor, putLatinFirst } from '../../scripts/latin/put.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

const sources = globSync('src/**/*.ts').map((file) => readFileSync(file, 'utf8'));
const patterns = sources
  .filter((text) => /\\p\{/i.test(text))
  .flatMap((text) => findClassPatterns(transformSync(text, { loader: 'ts', target: 'esnext' }).code));

const letter = fc.constantFrom(
  ...'aeiouAEIOUbdsT19.,?!\'"-–—“”’ \n…ğŞıİəçÖßʼÿɐǅǆͅµſK',
  '\ufffd',
  'д',
  'Ж',
  'ά',
  '中',
  '𝐀',
  '\ud835',
  '٣',
  '\u0301',
  '⁷',
  '€',
);
const latin = fc.constantFrom(...'aeiouAEIOUbdsT19.,?!\'"-–—“”’ \n…ğŞıİəçÖßʼÿɐǅµſ\u0301\u0307\u0345', '\ufffd', '€');
const text = fc.oneof(fc.string({ unit: latin, maxLength: 24 }), fc.string({ unit: letter, maxLength: 24 }));

/** All that a string or a caller can ask of a pattern. */
function ask(regex: RegExp, text: string) {
  const walk = [];
  // What is asked of one text leaves a pattern that keeps its place somewhere.
  regex.lastIndex = 0;
  for (let i = 0; i < 3; i++) walk.push(regex.exec(text), regex.lastIndex);
  regex.lastIndex = 0;
  return {
    walk,
    found: [regex.test(text), regex.lastIndex],
    match: text.match(regex),
    all: regex.global ? [...text.matchAll(regex)] : [],
    replaced: text.replace(regex, '<$&>'),
    place: text.search(regex),
    parts: text.split(regex),
    after: regex.lastIndex,
  };
}

test('a pattern put for Latin copy says of every text what it says as it is written', () => {
  assert.ok(patterns.length > 200);
  for (const { pattern, flags } of patterns) {
    Object.assign(LatinFirst.members, membersFor(pattern, flags));
    const put = new LatinFirst(pattern, flags) as unknown as RegExp;
    fc.assert(
      fc.property(text, (one) => {
        assert.deepEqual(ask(put, one), ask(new RegExp(pattern, flags), one), `/${pattern}/${flags}`);
      }),
      runs(60),
    );
  }
});

test('literals with classes are put, and each that keeps its place has its own', () => {
  const code = `(function(){"use strict";const a=()=>/\\p{Lu}/gu;return[a(),a(),/[\\p{L}-]x/iu,/b/g,'/\\p{L}/u'.length]})`;
  const [first, second, fold, plain, length] = runInThisContext(putLatinFirst(code))();
  first.test('aB');
  assert.deepEqual([first.lastIndex, second.lastIndex], [2, 0]);
  assert.deepEqual(
    ['İX', '-X', '1x', 'жx'].map((one) => fold.test(one)),
    [true, true, false, true],
  );
  assert.ok(plain instanceof RegExp && !(fold instanceof RegExp));
  assert.equal(length, 7);
});

test('a literal that stands in several places is made once', () => {
  const put = putLatinFirst(`(function(){"use strict";return[/\\p{L}/u,/\\p{L}/u,/\\p{L}/gu,/\\p{L}/gu]})`);
  assert.equal(put.split('new latin$(').length - 1, 2);
  const [one, again, all, others] = runInThisContext(put)();
  assert.equal(one, again);
  // They keep their places.
  assert.notEqual(all, others);
});
