import assert from 'node:assert/strict';
import { it } from 'node:test';
import { indexOverlaps } from '../../src/text/index.ts';
import fc from '../fuzz/fast-check.ts';

const span = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));

it('finds whether one of some spans shares a place with another', () => {
  fc.assert(
    fc.property(fc.array(span), span, (spans, { start, end }) => {
      const expected = spans.some((one) => one.start < end && one.end > start);
      assert.equal(indexOverlaps(spans)(start, end), expected);
    }),
  );
});
