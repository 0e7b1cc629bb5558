import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createVocabulary } from '../../src/language/index.ts';
import { indexOf } from '../../src/people/clues.ts';
import { Caps, cutRow, cutWord, makeRoomFor, openPieces, wordRow } from '../../src/people/pieces.ts';
import { foldWord } from '../../src/text/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';
import { lexicon } from './read.ts';

const ending =
  /['’ʼ](?:s|[nyı]?[ıiuüaeəo]n?|[dt][ae]n?|n?d[ae]n?|l[ae]|yl[ae]|l[ae]r(?:in|ın)?|d[ıiuü]r|n[ıiuü]n|s[ıiuü])?$/u;

function capsByPattern(word: string): number {
  if (!/^\p{Lu}/u.test(word)) return /^\p{Ll}[\p{Ll}\p{M}'’ʼ]*$/u.test(word) ? Caps.lower : Caps.other;
  if (/^\p{Lu}\p{M}*$/u.test(word)) return Caps.initial;
  return /^[\p{Lu}\p{M}]+$/u.test(word) ? Caps.upper : Caps.title;
}

/** The pieces of a word by patterns: each with its start, its end without an ending and with it, and its caps. */
function cutByPattern(word: string): readonly unknown[] {
  const pieces: unknown[] = [];
  for (const match of word.matchAll(/[\p{L}\p{M}\p{N}\uFFFD'’ʼ]+/gu)) {
    const whole = match[0];
    const stem = whole.length > 2 ? whole.replace(ending, '') : whole;
    const bare = stem.replace(/^['’ʼ]+|['’ʼ]+$/g, '');
    if (!bare) continue;
    const from = match.index + stem.indexOf(bare);
    const rawEnd = bare.length === word.length ? from + bare.length : match.index + whole.length;
    pieces.push([foldWord(bare).replace('\ufffd', '?'), from, from + bare.length, rawEnd, capsByPattern(bare)]);
  }
  return pieces;
}

function cut(word: string): readonly unknown[] {
  const vocabulary = createVocabulary(foldWord);
  const pieces = openPieces(indexOf(lexicon));
  const id = vocabulary.intern(word);
  makeRoomFor(pieces, vocabulary);
  const piece = cutWord(pieces, vocabulary, id);
  if (piece > 0) return [[pieces.folded[piece], 0, word.length, word.length, pieces.words[id * wordRow + 2]]];
  return Array.from({ length: pieces.cuts[-piece] ?? 0 }, (_, i) => {
    const [own = 0, start, end, rawEnd, , caps] = pieces.cuts.slice(-piece + 1 + i * cutRow);
    return [pieces.folded[own], start, end, rawEnd, caps];
  });
}

const letters = "aeosnSİıiəƏçÇßŉžŽĸ×÷0'’ʼ-–.ǅǆЖж\u0301中\ufffd𐐀𐐨“";
const word = fc.oneof(
  fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 }).map((list) => list.join('')),
  fc
    .tuple(fc.constantFrom('Holm', 'Çetin', 'BAKU', 'don', 'O’Brien', 'Kim'), fc.constantFrom('’', "'", 'ʼ', '-', ''))
    .chain(([name, mark]) =>
      fc.constantFrom('s', 'nin', 'dan', 'ın', 'la', '', 'x', 'Un').map((tail) => `${name}${mark}${tail}`),
    ),
);

describe('the pieces of a word', () => {
  it('are those that patterns find', () => {
    fc.assert(
      fc.property(word, (one) => assert.deepEqual(cut(one), cutByPattern(one))),
      runs(2000),
    );
  });
});
