import assert from 'node:assert/strict';
import { it } from 'node:test';
import { gatherBeyond } from '../../src/encoding/proved/beyond.ts';
import fc from '../fuzz/fast-check.ts';

it('keeps each run beyond ASCII with what stands beside it', () => {
  assert.equal(gatherBeyond('Only plain words.'), '');
  assert.equal(gatherBeyond('Über Ali Koç and Ayşe’s plan, «so»'), 'Üb oç  yşe’s  «so»');
});

it('keeps whatever a first look may ask for', () => {
  const beyond = /[\0-\x7f]?[^\0-\x7f]+[\0-\x7f]?/g;
  const letters = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '.', 'ü', 'Ş', '’', '€', '\u0092') });
  fc.assert(
    fc.property(letters, (text) => {
      const found = gatherBeyond(text);
      for (const [run] of text.matchAll(beyond)) assert.ok(found.includes(run));
      assert.equal(found.replace(/[\0-\x7f]/g, ''), text.replace(/[\0-\x7f]/g, ''));
    }),
  );
});
