import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLiterals } from '../../src/style/prefilter.ts';
import fc from '../fuzz/fast-check.ts';

const word = fc.string({ unit: fc.constantFrom(...'abc $'), minLength: 1, maxLength: 6 });

test('the lists are found of which a text holds a string', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(word), { maxLength: 40 }),
      fc.array(fc.string({ unit: fc.constantFrom(...'abc $d') })),
      (lists, texts) => {
        const find = createLiterals([...lists, undefined]);
        for (const text of texts) {
          const found = find(text);
          lists.forEach((list, i) => {
            assert.equal(
              found.has(i),
              list.some((literal) => text.includes(literal)),
            );
          });
          assert.equal(found.has(lists.length), true, 'what needs nothing');
        }
      },
    ),
  );
});
