import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change } from '../../src/text/index.ts';
import { Rope } from '../../src/text/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

// Long enough for several pieces.
const long = Array.from({ length: 2500 }, (_, i) => `line ${i}\n`).join('');
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.nat(5), fc.nat(9000)),
  insert: fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.nat(2000).map((from) => long.slice(from, from * 6)),
  ),
});

/** A text with what changed taken from another. */
const changed = (before: string, now: string, { start, beforeEnd, afterEnd }: Change) =>
  before.slice(0, start) + now.slice(start, afterEnd) + before.slice(beforeEnd);

describe('a rope', () => {
  it('reads as the text that it stands for, and tells what was edited', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.nat(), (edits, probe) => {
        const first = new Rope(long);
        let rope = first;
        let text = long;
        for (const { at, remove, insert } of edits) {
          const start = Math.floor(at * text.length);
          const end = Math.min(text.length, start + remove);
          const before = rope;
          rope = rope.replace(start, end, insert);
          const now = text.slice(0, start) + insert + text.slice(end);
          assert.equal(changed(text, now, rope.changeFrom(before)), now);
          text = now;
        }
        assert.equal(rope.length, text.length);
        const from = probe % (text.length + 1);
        assert.equal(rope.charCodeAt(from), text.charCodeAt(from));
        assert.equal(rope.slice(from, from + 9000), text.slice(from, from + 9000));
        assert.equal(rope.toString(), text);
        assert.equal(changed(long, text, rope.changeFrom(first)), text);
        assert.equal(first.slice(0, first.length), long);
      }),
      runs(300),
    );
  });

  it('holds what stands across two of its pieces', () => {
    const rope = new Rope(`${'a'.repeat(4095)}<!--${'b'.repeat(9000)}`);
    assert.equal(rope.includes('<!--'), true);
    assert.equal(rope.includes('<!-->'), false);
    assert.equal(rope.includes('?'), false);
    assert.equal(rope.replace(4096, 4096, '?').includes('?'), true);
  });

  it('may be empty', () => {
    const empty = new Rope('ab').replace(0, 2, '');
    assert.equal(empty.length, 0);
    assert.equal(empty.slice(0, 1), '');
    assert.ok(Number.isNaN(empty.charCodeAt(0)));
    assert.equal(empty.replace(0, 0, 'c').toString(), 'c');
  });
});
