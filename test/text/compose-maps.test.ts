import assert from 'node:assert/strict';
import { it } from 'node:test';
import { composeMaps, replaceStretches, shiftMap, toSource } from '../../src/text/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

/** Replacements in a text: rising, not overlapping, not empty in the source. */
const replacements = (length: number) =>
  fc
    .array(fc.tuple(fc.nat(length), fc.nat(3), fc.string({ maxLength: 4, unit: fc.constantFrom('x', 'y') })), {
      maxLength: 6,
    })
    .map((rows) => {
      let at = 0;
      return rows
        .sort(([a], [b]) => a - b)
        .flatMap(([from, size, text]) => {
          const start = Math.max(at, from);
          const end = Math.min(length, start + size + 1);
          if (start >= end) return [];
          at = end + 1;
          return [{ start, end, text }];
        });
    });

it('a map through two texts leads where the two maps lead one after the other', () => {
  const source = 'abcdefghijklmnopqrstuvwxyz';
  fc.assert(
    fc.property(
      replacements(source.length).chain((outer) => {
        const middle = replaceStretches(source, outer);
        return fc.tuple(fc.constant(middle), replacements(middle.text.length));
      }),
      ([middle, inner]) => {
        const clean = replaceStretches(middle.text, inner);
        const map = composeMaps(clean.map, middle.map, clean.text.length);
        // Every letter that stands for itself in both is found in the source.
        const wanted = source.slice(toSource(middle.map, 0), toSource(middle.map, middle.text.length, 'end'));
        for (let i = 0; i < clean.text.length; i++) {
          const letter = clean.text.charAt(i);
          const place = [toSource(map, i, 'start'), toSource(map, i + 1, 'end')] as const;
          assert.ok(place[0] <= place[1] && place[0] >= 0 && place[1] <= source.length, `${i} ${place}`);
          if (!/[xy]/.test(letter)) assert.ok(source.slice(...place).includes(letter), `${letter} in ${wanted}`);
        }
        // Places rise with the text.
        for (let i = 0; i < clean.text.length; i++) assert.ok(toSource(map, i) <= toSource(map, i + 1));
      },
    ),
    runs(2000),
  );
});

it('a piece of a long text finds its stretches without a look at all before it', () => {
  const source = 'a&b'.repeat(10_000);
  const { map } = replaceStretches(
    source,
    Array.from({ length: 10_000 }, (_, i) => ({ start: 3 * i + 1, end: 3 * i + 2, text: ' and ' })),
  );
  let looks = 0;
  const stretches = new Proxy(map.stretches, {
    get(all, key) {
      looks++;
      return Reflect.get(all, key) as unknown;
    },
  });
  for (let at = 63_001; at <= 63_008; at++) {
    looks = 0;
    const piece = composeMaps(shiftMap(at), { ...map, stretches }, 14);
    // Its edges may lie in a stretch, whose letters have no places of their own.
    for (let offset = 6; offset < 9; offset++) assert.equal(toSource(piece, offset), toSource(map, at + offset));
    assert.ok(piece.stretches.every(({ cleanEnd }) => cleanEnd > 0));
    assert.ok(looks < 100, `${looks} looks`);
  }
});
