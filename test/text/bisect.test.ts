import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstIndex } from '../../src/text/index.ts';
import fc from '../fuzz/fast-check.ts';

describe('firstIndex', () => {
  it('finds what a walk finds', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: -1, max: 21 }), (numbers, least) => {
        const row = numbers.sort((a, b) => a - b);
        const walked = row.findIndex((number) => number >= least);
        const found = firstIndex(row.length, (i) => (row[i] ?? 0) >= least);
        assert.equal(found, walked < 0 ? row.length : walked);
      }),
    ));
});
