import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import { findNumber } from '../../src/desk/changes.ts';
import type { Examined } from '../../src/desk/examine.ts';
import { createDesk } from '../../src/desk/index.ts';
import { numberBlocks } from '../../src/desk/number-blocks.ts';
import { nodeAssets } from '../../src/node/index.ts';
import fc from '../fuzz/fast-check.ts';

describe('the numbers of blocks', () => {
  it('rise between those of the neighbours, and those that were there are given again', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(4), fc.nat(99), fc.option(fc.nat(200)), (count, replaced, low, gap) => {
        const before = Array.from({ length: replaced }, (_, i) => low + i + 1);
        const high = gap === null ? undefined : low + replaced + 1 + gap;
        const numbers = numberBlocks(count, before, low, high);
        const room =
          Math.min(replaced, count) === count ? 0 : (high ?? Number.POSITIVE_INFINITY) - (low + replaced + 1);
        if (!numbers) return assert.ok(room < count - replaced);
        assert.equal(numbers.length, count);
        assert.deepEqual(numbers.slice(0, replaced), before.slice(0, count));
        const all = [low, ...numbers, high ?? Number.POSITIVE_INFINITY];
        assert.ok(all.every((number, i) => i === 0 || number > (all[i - 1] ?? 0)));
      }),
    );
  });

  it('are found, evenly spaced or not', () => {
    const even = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 70_000 })).map(([count, step]) => {
      return Array.from({ length: count }, (_, i) => (i + 1) * step);
    });
    const uneven = fc.uniqueArray(fc.nat(200)).map((numbers) => numbers.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.oneof(even, uneven), fc.nat(200), (numbers, other) => {
        const examined = numbers.map((number) => ({ number }) as Examined);
        for (const number of [...numbers, other]) assert.equal(findNumber(examined, number), numbers.indexOf(number));
      }),
    );
  });

  it('are given anew to all where a gap is used up', () => {
    const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
    const head = 'Port opens\n\nGeneral Orhan Demirkan spoke.\n\nIt rained.';
    const tail = 'Colonel Demirkan left for Kiev, the the crew said.';
    const session = desk.open({ path: 'a.txt', source: `${head}\n\n${tail}` });
    session.check();
    let between = '';
    for (let i = 0; i < 30; i++) {
      between = `Major Demirkan wrote line ${i}.\n\n${between}`;
      const text = `${head}\n\n${between}${tail}`;
      session.update(text);
      const fresh = desk.open({ path: 'a.txt', source: text }).check();
      assert.deepEqual(session.check().messages, fresh.messages);
      assert.deepEqual(session.check().cast, fresh.cast);
    }
  });
});
