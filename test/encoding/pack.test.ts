import assert from 'node:assert/strict';
import { it } from 'node:test';
import { packWeights, unpackWeights } from '../../src/encoding/knowledge/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

it('reads the weights that were packed', () => {
  const weight = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: -127, max: 127 }));
  const table = fc
    .integer({ min: 3, max: 9 })
    .chain((bits) => fc.array(weight, { minLength: 1 << bits, maxLength: 1 << bits }));
  fc.assert(
    fc.property(table, (weights) => {
      assert.deepEqual([...unpackWeights(packWeights(Int8Array.from(weights)))], weights);
    }),
    runs(100),
  );
});
