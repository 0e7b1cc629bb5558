import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { compileAutomaton } from '../../scripts/spelling/automaton.ts';
import { openAutomaton } from '../../src/spelling/automaton.ts';

const words = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'ı', 'ş'), minLength: 1, maxLength: 8 }), {
  minLength: 1,
  maxLength: 60,
});

it('a packed dictionary holds the words that it was made of, and no others', () => {
  fc.assert(
    fc.property(words, words, (held, others) => {
      const rows = held
        .slice()
        .sort()
        .map((word) => [word, 0] as const);
      const source = { rows, classes: [{ frequency: 3 }], compounds: '', stamp: '' };
      for (const packed of [false, true]) {
        const automaton = openAutomaton(compileAutomaton({ ...source, packed }));
        for (const word of held) assert.deepEqual(automaton.find(word), { frequency: 3 });
        for (const word of others) assert.equal(automaton.find(word) !== undefined, held.includes(word));
      }
    }),
    // Each compilation takes a table of sixteen megabytes.
    { numRuns: 20 },
  );
});
