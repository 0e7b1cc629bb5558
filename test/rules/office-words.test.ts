import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDescribed, isOpening } from '../../src/rules/office-capitals/words.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

const opens = /(?:^|[.!?:—–“"‘(•]\s*|\b(?:first|second|third) )$/u;
const describes = /\b(?:the|a|an|former|ex|then|late|his|her|their|its)[\s-]+$|\bspecial $/i;
const pieces = ['first', 'second', 'third', 'the', 'The', 'an', 'ex', 'late', 'special', 'x', 'é', '_', '7'];
const marks = [' ', ' ', '  ', '\u00a0', '\n', '-', '.', ':', '“', '(', ',', '\u0085'];
const before = fc.array(fc.constantFrom(...pieces, ...marks), { maxLength: 6 }).map((all) => all.join(''));

describe('what stands before an office', () => {
  it('is read as the expressions say', () =>
    fc.assert(
      fc.property(before, (text) => {
        assert.equal(isOpening(`${text}minister`, text.length), opens.test(text));
        assert.equal(isDescribed(`${text}minister`, text.length), describes.test(text));
      }),
      runs(3000),
    ));
});
