import assert from 'node:assert/strict';
import { test } from 'node:test';

import { compileAutomaton } from '../../scripts/spelling/automaton.ts';
import { openAutomaton } from '../../src/spelling/automaton.ts';
import fc from '../fuzz/fast-check.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ı'), minLength: 1, maxLength: 6 });
const classes = [{ frequency: 0 }, { frequency: 3 }, { frequency: 5, keepCase: true }];
const byUnit = (a: string, b: string) => (a < b ? -1 : 1);

test('an automaton has its words with their classes and no others, packed or not', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 40 }),
      fc.array(word),
      fc.boolean(),
      (words, others, one) => {
        const known = one ? classes.slice(0, 1) : classes;
        const rows = [...words].sort(byUnit).map((row) => [row, row.length % known.length] as const);
        const expected = new Map(rows.map(([row, wordClass]) => [row, known[wordClass]]));
        for (const isPacked of [false, true]) {
          const automaton = openAutomaton(
            compileAutomaton({ rows, classes: known, compounds: '', stamp: '', isPacked }),
          );
          for (const asked of [...words, ...others]) assert.deepEqual(automaton.find(asked), expected.get(asked));
        }
      },
    ),
  );
});
