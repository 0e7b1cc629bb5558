import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { replaceStretches, shiftMap, toClean, toSource } from '../../src/text/index.ts';

// «a &amp; b» reads «a & b»; the mark at the end has gone.
const { text, map } = replaceStretches('a &amp; b\u200b', [
  { start: 2, end: 7, text: '&' },
  { start: 9, end: 10, text: '' },
]);

describe('toSource', () => {
  it('runs in step without stretches, from the origin', () => {
    assert.equal(toSource(shiftMap(7), 0), 7);
    assert.equal(toSource(shiftMap(7), 5, 'end'), 12);
  });

  it('takes a stretch whole', () => {
    assert.equal(text, 'a & b');
    assert.deepEqual([toSource(map, 2, 'start'), toSource(map, 3, 'end')], [2, 7]);
  });

  it('ends before a stretch that it only touches, and starts after one', () => {
    assert.deepEqual([toSource(map, 1, 'start'), toSource(map, 2, 'end')], [1, 2]);
    assert.deepEqual([toSource(map, 3, 'start'), toSource(map, 4, 'end')], [7, 8]);
  });

  it('leaves what was removed outside a range that touches it', () => {
    assert.equal(toSource(map, 5, 'end'), 9);
    assert.equal(toSource(map, 5, 'start'), 10);
  });

  it('gives a side of the stretch for an offset inside one of unequal length', () => {
    const { map: longer } = replaceStretches('xŞy', [{ start: 1, end: 2, text: 'abc' }]);
    assert.deepEqual([toSource(longer, 2, 'start'), toSource(longer, 2, 'end')], [1, 2]);
  });

  it('leads letter to letter in a stretch of equal length', () => {
    const { map: even } = replaceStretches('xA?ay', [{ start: 1, end: 4, text: 'Ağa' }]);
    assert.deepEqual([toSource(even, 2), toSource(even, 3, 'end')], [2, 3]);
  });

  it('keeps the edges of an insertion together', () => {
    const { map: inserted } = replaceStretches('ab', [{ start: 1, end: 1, text: ' ' }]);
    assert.deepEqual([toSource(inserted, 1), toSource(inserted, 2, 'end')], [1, 1]);
  });
});

describe('toClean', () => {
  it('is the way back', () => {
    assert.deepEqual([toClean(map, 2), toClean(map, 7, 'end'), toClean(map, 8)], [2, 3, 4]);
    assert.equal(toClean(shiftMap(7), 12), 5);
  });

  it('gives a side of the stretch for an offset inside it', () => {
    assert.deepEqual([toClean(map, 4, 'start'), toClean(map, 4, 'end')], [2, 3]);
  });

  it('leads both sides of what was removed to one place', () => {
    assert.deepEqual([toClean(map, 9, 'end'), toClean(map, 10)], [5, 5]);
  });
});

describe('replaceStretches', () => {
  it('gives the text back when nothing is replaced', () => {
    assert.deepEqual(replaceStretches('as it was', []), { text: 'as it was', map: shiftMap(0) });
  });

  it('refuses replacements that overlap', () => {
    const overlapping = [
      { start: 0, end: 2, text: 'x' },
      { start: 1, end: 3, text: 'y' },
    ];
    assert.throws(() => replaceStretches('abc', overlapping), RangeError);
  });
});
