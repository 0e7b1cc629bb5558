import assert from 'node:assert/strict';
import { it } from 'node:test';
import { packWeights, unpackWeights } from '../../src/encoding/knowledge/index.ts';
import { holdsWord, unpackInitial } from '../../src/encoding/knowledge/initials.ts';
import { packWords, unpackWords } from '../../src/encoding/knowledge/pack.ts';
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

it('finds the words of a packed list where they are packed, and no other', () => {
  const word = fc
    .array(fc.constantFrom('a', 'b', 'ş', 'z'), { minLength: 1, maxLength: 6 })
    .map((letters) => letters.join(''));
  fc.assert(
    fc.property(fc.array(word), fc.array(word), (words, others) => {
      const packed = packWords(words);
      assert.deepEqual(unpackWords(packed), [...new Set(words)].sort());
      for (const one of [...words, ...others]) assert.equal(holdsWord(packed, one), words.includes(one));
      for (const initial of ['a', 'b', 'ş', 'z'])
        assert.deepEqual(
          unpackInitial(packed, initial),
          unpackWords(packed).filter((one) => one.startsWith(initial)),
        );
    }),
    runs(100),
  );
});
