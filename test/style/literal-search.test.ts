import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLiteralSearch } from '../../src/style/literal-search.ts';
import fc from '../fuzz/fast-check.ts';

const word = fc.string({ unit: fc.constantFrom(...'abc $'), minLength: 1, maxLength: 6 });

test('each string is found at each place where it stands', () => {
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 40 }),
      fc.array(fc.string({ unit: fc.constantFrom(...'abc $d') })),
      (literals, texts) => {
        const search = createLiteralSearch(literals);
        for (const text of texts) {
          const found: [number, number][] = [];
          search(text, (place, at) => found.push([place, at]));
          const there = literals.flatMap((literal, place) =>
            Array.from(text, (_, at) => at).flatMap((at): [number, number][] =>
              text.startsWith(literal, at) ? [[place, at]] : [],
            ),
          );
          const inOrder = ([a, b]: [number, number], [c, d]: [number, number]) => a - c || b - d;
          assert.deepEqual(found.sort(inOrder), there.sort(inOrder));
        }
      },
    ),
  );
});
