import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openLedger } from '../../src/article/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

interface Entry {
  key: string | number;
  said: number;
}

// Numbers and strings are told apart in other ways.
const names = ['a', 'b', 'c', 1, -7, 2 ** 31 - 1];
const entry = fc.record({ key: fc.constantFrom(...names), said: fc.nat(3) }, { noNullPrototype: true });
const entries = fc.array(entry, { maxLength: 4 });
const step = fc.oneof(fc.record({ block: fc.nat(5), entries }), fc.constant('take' as const));

describe('a ledger', () => {
  it('has under each key what the blocks have now, in the order of the text, and tells which keys were touched', () => {
    fc.assert(
      fc.property(
        fc.array(entries),
        fc.array(step, { maxLength: 12 }),
        fc.constantFrom(1, 2),
        (first, steps, least) => {
          const ledger = openLedger(({ key }: Entry) => key, least);
          const blocks: (readonly Entry[])[] = [...first];
          ledger.fill(first.map((facts, block) => ({ block, facts })));
          const handedOut: [list: readonly unknown[], copy: readonly unknown[]][] = [];
          let before = new Map<string | number, readonly unknown[]>();
          const listsNow = () => new Map(names.map((key) => [key, ledger.of(key)]));
          for (const one of [...steps, 'take' as const]) {
            if (one === 'take') {
              const touched = ledger.takeTouched();
              const now = listsNow();
              for (const [key, list] of now) {
                const expected = [...blocks.entries()].flatMap(([block, list = []]) =>
                  list.filter((entry) => entry.key === key).map((entry) => ({ ...entry, block })),
                );
                assert.deepEqual(list, expected.length < least ? [] : expected);
                if (!touched.has(key)) assert.equal(list, before.get(key) ?? list);
                else assert.deepEqual(touched.get(key), before.get(key) ?? []);
                handedOut.push([list, [...list]]);
              }
              before = now;
            } else {
              ledger.replace(one.block, one.entries);
              blocks[one.block] = one.entries;
            }
          }
          for (const [list, copy] of handedOut) assert.deepEqual(list, copy);
          assert.deepEqual(
            [...ledger.lists()],
            [...ledger.keys()].map((key) => ledger.of(key)),
          );
          const keys = blocks.flat().map(({ key }) => key);
          const many = keys.filter((key, i) => least === 1 || keys.indexOf(key) !== i || keys.lastIndexOf(key) !== i);
          assert.deepEqual([...ledger.keys()].sort(), [...new Set(many)].sort());
        },
      ),
      runs(500),
    );
  });

  it('tells the touched keys alone as well', () => {
    const ledger = openLedger(({ key }: Entry) => key);
    ledger.replace(0, [{ key: 'a', said: 1 }]);
    ledger.replace(1, [{ key: 'b', said: 2 }]);
    assert.deepEqual([...ledger.takeTouchedKeys()], ['a', 'b']);
    assert.deepEqual([...ledger.takeTouchedKeys()], []);
    ledger.replace(1, []);
    assert.deepEqual([...ledger.takeTouchedKeys()], ['b']);
    assert.deepEqual([...ledger.keys()], ['a']);
  });

  it('is not touched by the very list that a block had', () => {
    const ledger = openLedger(({ key }: Entry) => key);
    const list = [{ key: 'a', said: 1 }];
    ledger.replace(0, list);
    ledger.takeTouched();
    ledger.replace(0, list);
    assert.equal(ledger.takeTouched().size, 0);
  });
});
