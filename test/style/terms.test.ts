import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTerm } from '../../src/style/terms.ts';
import fc from '../fuzz/fast-check.ts';

const plain = /^[\p{L}\p{M}\p{N}\p{Pc}](?:[\p{L}\p{M}\p{N}\p{Pc} '’&/,-]*[\p{L}\p{M}\p{N}\p{Pc}])?$/u;

describe('a term', () => {
  it('is what the expression says, without doubled blanks', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aB7_ '’&/,-éş“.(\\١\n", '\u0301'), maxLength: 6 }), (token) =>
        assert.equal(isTerm(token), plain.test(token) && !token.includes('  ')),
      ),
      { numRuns: 2000 },
    ));
});
